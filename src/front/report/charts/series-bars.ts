import type { SeriesLoad } from '../../../core/load/series-hours.ts';
import { displayText } from '../../plain-text.ts';
import type { AuditPageData, ReportedNeed } from '../audit-page-data.ts';
import { hoursPhrase, hoursText } from '../figures-text.ts';
import { chartColours, chartFontSize, chartSvg } from './chart-svg.ts';

const shownSeries = 10;
const titleLength = 46;

/** The ten largest series with their hours per year, the title over each bar, coloured by need. */
export async function seriesBars(data: AuditPageData): Promise<string> {
  const series = data.load.series.slice(0, shownSeries);
  const needs = new Map<string, ReportedNeed>(data.meetings.map(({ uid, need }) => [uid, need]));
  return chartSvg(
    {
      grid: { left: 0, right: 62, top: 8, bottom: 0 },
      xAxis: { type: 'value', show: false },
      yAxis: { type: 'category', inverse: true, show: false, data: series.map(({ uid }) => uid) },
      series: [
        {
          type: 'bar',
          silent: true,
          barWidth: 12,
          itemStyle: { borderRadius: 2 },
          label: {
            show: true,
            position: 'right',
            color: chartColours.strongText,
            fontSize: chartFontSize,
            formatter: ({ dataIndex }: { dataIndex: number }) =>
              `${hoursText(series[dataIndex]?.minutesPerYear ?? 0)} h`,
          },
          data: series.map(({ uid, minutesPerYear }) => ({
            value: minutesPerYear / 60,
            itemStyle: { color: chartColours.need[needs.get(uid) ?? 'unclear'] },
          })),
        },
        {
          // Nothing is drawn of this one but its label: the title, over the bar at the left edge.
          type: 'bar',
          silent: true,
          barGap: '-100%',
          barWidth: 12,
          data: series.map(() => 0),
          label: {
            show: true,
            position: [0, -20],
            color: chartColours.strongText,
            fontSize: chartFontSize,
            formatter: ({ dataIndex }: { dataIndex: number }) => titleOf(series[dataIndex]),
          },
        },
      ],
    },
    series.length * 50 + 16,
  );
}

/** What the drawing shows, in words. */
export function seriesBarsText({ load }: AuditPageData): string {
  const series = load.series.slice(0, shownSeries);
  return `Hours per year. ${series.map((one) => `${titleOf(one)}: ${hoursPhrase(one.minutesPerYear)}`).join('; ')}.`;
}

function titleOf(series: SeriesLoad | undefined): string {
  return displayText(series?.summary ?? '', titleLength) || 'Without a title';
}
