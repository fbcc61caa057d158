import type { ComponentChildren } from 'preact';
import { displayText } from '../plain-text.ts';
import type { AuditPageData } from './audit-page-data.ts';
import { chartColours } from './charts/chart-svg.ts';
import { heatSteps, monthHeat, monthHeatText } from './charts/month-heat.ts';
import { seriesBars, seriesBarsText } from './charts/series-bars.ts';
import { needWords, stackOrder, weekStack, weekStackText } from './charts/week-stack.ts';
import { OutcomePanel } from './outcome-panel.tsx';

/** One chart, drawn, with what it shows in words. */
interface Drawing {
  readonly svg: string;
  readonly text: string;
}

export interface Drawings {
  readonly heat: Drawing;
  readonly weeks: Drawing;
  readonly series: Drawing;
}

/** Draws all charts of the page; drawing waits for echarts, the page itself is rendered in one go afterwards. */
export async function drawCharts(data: AuditPageData): Promise<Drawings> {
  return {
    heat: { svg: await monthHeat(data.load), text: monthHeatText(data.load) },
    weeks: { svg: await weekStack(data), text: weekStackText(data) },
    series: { svg: await seriesBars(data), text: seriesBarsText(data) },
  };
}

export function MonthCharts({ data, drawings }: { data: AuditPageData; drawings: Drawings }) {
  return (
    <div class="charts">
      <ChartPanel
        title="The month, hour by hour"
        note={`Times in ${displayText(data.load.zone, 60)}.`}
        drawing={drawings.heat}
      >
        <Key
          entries={heatSteps.map((upTo, index) => [
            chartColours.heat[index] ?? '',
            index === 0 ? `up to ${upTo} min of the hour` : `${upTo} min`,
          ])}
        />
      </ChartPanel>
      <ChartPanel
        title="Hours per week, by need"
        note="Overlapping meetings count once."
        drawing={drawings.weeks}
      >
        <Key entries={stackOrder.map((need) => [chartColours.need[need], needWords[need]])} />
      </ChartPanel>
      {data.load.series.length > 0 && (
        <ChartPanel
          title="What repeats"
          note="The largest series, in hours over the next twelve months."
          drawing={drawings.series}
        >
          <Key entries={stackOrder.map((need) => [chartColours.need[need], needWords[need]])} />
        </ChartPanel>
      )}
      <OutcomePanel verdicts={data.verdicts} />
    </div>
  );
}

interface ChartPanelProps {
  readonly title: string;
  readonly note: string;
  readonly drawing: Drawing;
  readonly children: ComponentChildren;
}

function ChartPanel({ title, note, drawing, children }: ChartPanelProps) {
  return (
    <figure class="panel">
      <figcaption>
        <h3>{title}</h3>
        <p>{note}</p>
      </figcaption>
      {/* Drawn by us, and echarts escapes the titles in it. */}
      <div role="img" aria-label={drawing.text} dangerouslySetInnerHTML={{ __html: drawing.svg }} />
      {children}
    </figure>
  );
}

function Key({ entries }: { entries: readonly (readonly [colour: string, words: string])[] }) {
  return (
    <ul class="key">
      {entries.map(([colour, words]) => (
        <li key={words}>
          <i style={{ background: colour }} />
          {words}
        </li>
      ))}
    </ul>
  );
}
