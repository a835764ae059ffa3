'use client';
import 'summit-map';
import { useEffect, useRef, useState } from 'react';

export default function Map() {
  const map = useRef(null), [said, say] = useState('');
  // React attaches no handlers of custom events to an element that the server has sent.
  useEffect(() => {
    const stop = new AbortController(), { signal } = stop;
    const on = (name, text) => map.current.addEventListener(name, ({ detail }) => say((said) => said + text(detail)), { signal });
    on('summit-map-ready', ({ regions }) => `${regions} regions. `);
    on('summit-map-select', ({ id }) => `Selected: ${id}. `);
    return () => stop.abort();
  }, []);
  return <>
    <summit-map ref={map} src="/data/americas.arcs" facts="/data/summit-2022.{lang}.json" more="/data/summit-2022.more.{lang}.json" />
    <output>{said}</output>
  </>;
}
