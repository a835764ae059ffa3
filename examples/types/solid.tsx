import type {} from 'summit-map/solid';

export const map = <summit-map src="americas.arcs" facts="summit-2022.{lang}.json" deep-links timeout={5000} class="wide"
  on:summit-map-select={({ detail }) => detail.id?.length} />;
// @ts-expect-error there is no such attribute
export const wrong = <summit-map source="americas.arcs" />;
