import type { WeekLoad } from '../../../core/load/calendar-shape.ts';
import type { AuditPageData, ReportedNeed } from '../audit-page-data.ts';
import { dateRange, hoursPhrase, hoursText } from '../figures-text.ts';
import { chartColours, chartFontSize, chartSvg } from './chart-svg.ts';

/** From the ground up: what has to be live stands firm, what could be written lies on top. */
export const stackOrder = ['live', 'unclear', 'async'] as const satisfies readonly ReportedNeed[];

export const needWords: Readonly<Record<ReportedNeed, string>> = {
  live: 'worth being live',
  unclear: 'unclear from the invite',
  async: 'could be in writing',
};

/** Meeting hours of each week, stacked by need. */
export async function weekStack({ load, minutesByNeed }: AuditPageData): Promise<string> {
  const axisLabel = { color: chartColours.text, fontSize: chartFontSize };
  return chartSvg(
    {
      grid: { left: 34, right: 2, top: 24, bottom: 44 },
      xAxis: {
        type: 'category',
        data: load.weeks.map((week) => weekLabel(week)),
        axisLine: { lineStyle: { color: chartColours.rule } },
        axisTick: { show: false },
        axisLabel: { ...axisLabel, interval: 0, lineHeight: 18 },
      },
      yAxis: {
        type: 'value',
        minInterval: 1,
        axisLabel,
        splitLine: { lineStyle: { color: chartColours.rule } },
      },
      series: stackOrder.map((need, index) => ({
        type: 'bar',
        stack: 'need',
        silent: true,
        barWidth: '58%',
        itemStyle: { color: chartColours.need[need] },
        data: minutesByNeed.weeks.map((week) => week[need] / 60),
        label: {
          show: index === stackOrder.length - 1,
          position: 'top',
          color: chartColours.strongText,
          fontSize: chartFontSize,
          formatter: ({ dataIndex }: { dataIndex: number }) => totalText(load.weeks[dataIndex]?.minutes ?? 0),
        },
      })),
    },
    300,
  );
}

/** What the drawing shows, in words. */
export function weekStackText({ load, minutesByNeed }: AuditPageData): string {
  const weeks = load.weeks.map((week, index) => {
    const parts = minutesByNeed.weeks[index];
    const split = stackOrder.map((need) => `${hoursText(parts?.[need] ?? 0)} ${needWords[need]}`).join(', ');
    return `${dateRange(week.fromDate, week.toDate)}: ${hoursPhrase(week.minutes)} (${split})`;
  });
  return `Meeting hours by week. ${weeks.join('; ')}.`;
}

function weekLabel({ week, fromDate, toDate }: WeekLoad): string {
  const [first, last] = [Number(fromDate.slice(8)), Number(toDate.slice(8))];
  return `W${Number(week.slice(6))}\n${first === last ? first : `${first}–${last}`}`;
}

function totalText(minutes: number): string {
  return minutes > 0 ? `${hoursText(minutes)} h` : '';
}
