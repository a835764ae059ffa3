'use client';
import 'summit-map';
import { useState } from 'react';

export default function Map() {
  const [said, say] = useState('');
  return <>
    <summit-map src="/data/americas.arcs" facts="/data/summit-2022.{lang}.json" more="/data/summit-2022.more.{lang}.json"
      onsummit-map-ready={({ detail }) => say((said) => `${said}${detail.regions} regions. `)}
      onsummit-map-select={({ detail }) => say((said) => `${said}Selected: ${detail.id}. `)} />
    <output>{said}</output>
  </>;
}
