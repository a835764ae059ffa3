import type {} from 'summit-map/react';

export const map = <summit-map src="americas.arcs" facts="summit-2022.{lang}.json" deep-links timeout={5000} className="wide"
  ref={(element) => element?.select('MEX')} onsummit-map-select={({ detail }) => detail.id?.length} />;
// @ts-expect-error there is no such attribute
export const wrong = <summit-map source="americas.arcs" />;
