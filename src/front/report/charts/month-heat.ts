import type { MonthLoad } from '../../../core/load/month-load.ts';
import { dayName, hoursPhrase } from '../figures-text.ts';
import { chartColours, chartFontSize, chartSvg } from './chart-svg.ts';

/** Upper bounds in minutes of the four tones. */
export const heatSteps = [15, 30, 45, 60] as const;

/** The month as days by hours, darker where more of the hour is in meetings. Hours that no day uses are left out. */
export async function monthHeat(load: MonthLoad): Promise<string> {
  const hours = shownHours(load);
  const cells = load.days.flatMap((day, dayIndex) =>
    hours.flatMap((hour, row) => {
      const minutes = day.minutesByHour[hour] ?? 0;
      return minutes > 0 ? [[dayIndex, row, minutes]] : [];
    }),
  );
  const axisLabel = { color: chartColours.text, fontSize: chartFontSize };
  return chartSvg(
    {
      grid: { left: 52, right: 2, top: 4, bottom: 44 },
      xAxis: {
        type: 'category',
        data: load.days.map((day) => (day.weekday === 1 ? `Mon\n${Number(day.date.slice(8))}` : '')),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { ...axisLabel, interval: 0, lineHeight: 18 },
        splitLine: {
          show: true,
          interval: (index: number) => load.days[index]?.weekday === 1,
          lineStyle: { color: chartColours.rule },
        },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: hours.map((hour) => (hour % 2 === 0 ? `${String(hour).padStart(2, '0')}:00` : '')),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { ...axisLabel, interval: 0 },
        splitLine: { show: true, lineStyle: { color: chartColours.rule } },
      },
      visualMap: {
        show: false,
        type: 'piecewise',
        pieces: heatSteps.map((upTo, index) => ({
          gt: heatSteps[index - 1] ?? 0,
          // An hour that the clocks repeat holds more than 60 minutes.
          ...(upTo === 60 ? {} : { lte: upTo }),
          color: chartColours.heat[index],
        })),
      },
      series: [
        {
          type: 'heatmap',
          silent: true,
          data: cells,
          itemStyle: { borderColor: 'var(--card)', borderWidth: 2 },
        },
      ],
    },
    Math.max(260, hours.length * 20 + 48),
  );
}

/** What the drawing shows, in words. */
export function monthHeatText(load: MonthLoad): string {
  const busiest = load.days.toSorted((a, b) => b.minutes - a.minutes).filter((day) => day.minutes > 0);
  if (busiest.length === 0) return 'No meetings on any day of the month.';
  const named = busiest.slice(0, 3).map((day) => `${dayName(day.date)} with ${hoursPhrase(day.minutes)}`);
  const free = load.days.filter((day) => day.weekday <= 5 && day.minutes === 0).length;
  return `Meetings by day and hour. Busiest days: ${named.join(', ')}. Weekdays without a meeting: ${free}.`;
}

/** The hours of a usual day at least, so that months compare. */
function shownHours(load: MonthLoad): number[] {
  const used = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
    load.days.some((day) => (day.minutesByHour[hour] ?? 0) > 0),
  );
  const first = Math.min(8, ...used);
  const last = Math.max(17, ...used);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
