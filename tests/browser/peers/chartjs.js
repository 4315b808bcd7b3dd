// The figures of an edition as somebody draws them with Chart.js who cares for size: what is used
// is imported by name, and nothing moves.
import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import figures from './figures.json';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);
Chart.defaults.animation = false;
Chart.defaults.maintainAspectRatio = false;
Chart.defaults.font.size = 15;

for (const [index, { bars }] of figures.entries()) {
  new Chart(document.getElementById(`figure-${index}`), {
    type: 'bar',
    data: {
      labels: bars.map(({ name, words }) => `${name} ${words}`),
      datasets: [{ data: bars.map(({ value }) => value), backgroundColor: '#24427C' }],
    },
    options: { indexAxis: 'y', scales: { x: { display: false, beginAtZero: true } } },
  });
}
performance.mark('complete');
