import Map from './map';

export default function Page() {
  return <main><h1>A map with Next</h1><Map /></main>;
}
