import { html, type Html, type Value } from '../html/markup.ts'

// Mail programs know tables and styles on each tag, and little else; Outlook shows no SVG.

const SANS = 'font-family:Arial,Helvetica,sans-serif'
const SERIF = 'font-family:Georgia,Palatino,serif'
const INK = 'color:#1c2429'

export const SOFT = 'color:#566169'
export const ACCENT = 'color:#14615a'
export const HOT = 'color:#a84315'

/** A paragraph. */
export function paragraph(content: Value, style = ''): Html {
  return html`<p style="margin:6px 0 0;font-size:15px;line-height:21px;${SANS};${INK};${style}">${content}</p> `
}

export function title(content: Value, level: 'h1' | 'h2'): Html {
  const style = `margin:0;${SERIF};${INK};font-weight:bold`
  return level === 'h1'
    ? html`<h1 style="${style};font-size:26px;line-height:32px">${content}</h1> `
    : html`<h2 style="${style};font-size:22px;line-height:28px">${content}</h2> `
}

export function heading(content: Value): Html {
  return html`<h3 style="margin:18px 0 0;font-size:14px;line-height:20px;${SANS};${ACCENT}">${content}</h3> `
}

/** What somebody would say: questions. */
export function spoken(content: Value): Html {
  return html`<i style="font-size:16px;${SERIF}">${content}</i>`
}

export function strong(content: Value, style = ''): Html {
  return html`<b style="${style}">${content}</b>`
}

/** What may not be overlooked. */
export function box(content: Html, color: 'accent' | 'hot'): Html {
  const edge = color === 'accent' ? '#14615a' : '#a84315'
  return html`<table ${LAYOUT} width="100%" style="margin:14px 0 4px">
    <tr>
      <td bgcolor="#eef3f1" style="padding:10px 14px 12px;border-left:4px solid ${edge}">${content}</td>
    </tr>
  </table> `
}

/** A bar from the left, as long as it says (0 to 1), with what stands behind it. */
export function bar(share: number, fill: 'accent' | 'hot' | 'plain', height: number, isOnTrack: boolean): Html {
  const color = { accent: '#14615a', hot: '#a84315', plain: '#c3cecc' }[fill]
  const width = Math.round(Math.max(0, Math.min(1, share)) * 100)
  const cell = (part: number, background: string | undefined) =>
    part <= 0
      ? undefined
      : html`<td
          width="${part}%"
          ${background === undefined ? undefined : html`bgcolor="${background}"`}
          style="height:${height}px;font-size:1px;line-height:${height}px"
        >
          &nbsp;
        </td>`
  return html`<table ${LAYOUT} width="100%">
    <tr>
      ${cell(width, color)}${cell(100 - width, isOnTrack ? '#e3ded3' : undefined)}
    </tr>
  </table> `
}

const LAYOUT = html`role="presentation" cellpadding="0" cellspacing="0" border="0"`

/** Two cells of one line. */
export function pair(left: Value, right: Value, below: Value): Html {
  return html`<table ${LAYOUT} width="100%" style="border-bottom:1px solid #e3ded3">
    <tr>
      <td style="padding:9px 12px 0 0;font-size:15px;line-height:20px;${SANS};${INK}">${left}</td>
      <td align="right" style="padding:9px 0 0;font-size:15px;line-height:20px;${SANS};${ACCENT}">${right}</td>
    </tr>
    <tr>
      <td colspan="2" style="padding:1px 0 9px;font-size:14px;line-height:20px;${SANS};${SOFT}">${below}</td>
    </tr>
  </table> `
}

/** A label, a bar and its number. */
export function barRow(label: Value, drawn: Html, number: Value, style: string): Html {
  const cell = `padding:3px 8px 3px 0;font-size:13px;line-height:16px;${SANS}`
  return html`<tr>
    <td style="${cell};${SOFT};white-space:nowrap">${label}</td>
    <td width="60%" style="${cell}">${drawn}</td>
    <td style="${cell};${style};white-space:nowrap">${number}</td>
  </tr> `
}

export function bars(rows: readonly Html[]): Html {
  return html`<table ${LAYOUT} width="100%" style="margin:8px 0 0;max-width:440px">
    ${rows}
  </table> `
}

/** A sheet. */
export function row(content: Value): Html {
  return html`<tr>
    <td style="padding:22px 18px;word-break:break-word;overflow-wrap:anywhere;border-bottom:1px solid #e3ded3">
      ${content}
    </td>
  </tr> `
}

/** The whole message, around its sheets. */
export function frame(subject: string, rows: readonly Html[]): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${subject}</title>
      </head>
      <body style="margin:0;padding:0;background:#f6f4ef">
        <table ${LAYOUT} width="100%" bgcolor="#f6f4ef">
          <tr>
            <td align="center" style="padding:16px 8px">
              <table
                ${LAYOUT}
                width="100%"
                bgcolor="#fffefb"
                style="max-width:640px;background:#fffefb;border:1px solid #e3ded3"
              >
                ${rows}
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html> `
}
