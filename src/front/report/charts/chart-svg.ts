import type { EChartsCoreOption } from 'echarts/core';

/** Colours of the page, as CSS variables: the same drawing is legible on light and on dark paper. */
export const chartColours = {
  text: 'var(--soft)',
  strongText: 'var(--ink)',
  rule: 'var(--rule)',
  need: { live: 'var(--live)', unclear: 'var(--unclear)', async: 'var(--async)' },
  heat: ['var(--heat-1)', 'var(--heat-2)', 'var(--heat-3)', 'var(--heat-4)'],
} as const;

/** Drawn for half of a wide page; on a narrow one it shrinks to about 310 px, where 15 units are 10 px. */
const chartWidth = 460;
export const chartFontSize = 15;

/**
 * Draws a chart as SVG text that scales with its container. echarts is loaded when the first chart is drawn,
 * since most commands never draw one (it takes about a quarter of a second).
 */
export async function chartSvg(option: EChartsCoreOption, height: number): Promise<string> {
  const [{ init, use }, { BarChart, HeatmapChart }, { GridComponent, VisualMapComponent }, { SVGRenderer }] =
    await Promise.all([
      import('echarts/core'),
      import('echarts/charts'),
      import('echarts/components'),
      import('echarts/renderers'),
    ]);
  use([BarChart, HeatmapChart, GridComponent, VisualMapComponent, SVGRenderer]);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: chartWidth, height });
  try {
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: 'inherit', fontSize: chartFontSize },
      ...option,
    });
    return withoutInteraction(chart.renderToSVGString());
  } finally {
    // Otherwise its timers keep the process alive.
    chart.dispose();
  }
}

/** Hover styles and data attributes serve a script, and the page has none. Text is escaped, so tags are tags here. */
function withoutInteraction(svg: string): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ (?:ecmeta_\w+|class|xmlns(?::xlink)?|version|baseProfile)="[^"]*"/g, '')
    .replace(/ (?:d|transform)="[^"]*"/g, (attribute) => attribute.replace(/(\d\.\d)\d+/g, '$1'))
    .replace(/^<svg width="\d+" height="\d+"/, '<svg aria-hidden="true"')
    .replaceAll('\n', '');
}
