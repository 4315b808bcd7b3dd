import 'half-year-infographic';
import type {} from 'half-year-infographic/react';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

function Page() {
  const [quote, setQuote] = useState('');
  return (
    <>
      <half-year-infographic
        metrics="stars gdp growth"
        onhalf-year-select={({ detail }) => setQuote(detail.quote)}
      >
        <p>Half a year in figures.</p>
      </half-year-infographic>
      <p id="quote" lang="zh-Hans">{quote}</p>
    </>
  );
}

createRoot(document.getElementById('page')!).render(<Page />);
