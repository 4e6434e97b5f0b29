"""The style sheet of what is ours on a page; Streamlit's own widgets take their colours from the theme."""

from __future__ import annotations

from dashboard.look.palette import Palette

_RULES = """
.block-container{padding-top:4.2rem;padding-bottom:4rem;max-width:1360px}
header[data-testid="stHeader"]{background:var(--hg-paper)}
h2,h3,h4{letter-spacing:0}
.hg-sub{color:var(--hg-second);font-size:.93rem;margin-bottom:.35rem}
.hg-sub a{color:var(--hg-second)}
.hg-lead{font-family:"Source Serif",Georgia,serif;font-size:1.72rem;line-height:1.32;color:var(--hg-ink);max-width:46em;
 margin:.1rem 0 .3rem;font-weight:400;padding:0}
.hg-lead b{font-weight:600}
.hg-head{font-family:"Source Serif",Georgia,serif;font-size:1.32rem;font-weight:600;color:var(--hg-ink);
 margin:.2rem 0 .35rem;padding:0;line-height:1.3}
.hg-note{color:var(--hg-second);font-size:.86rem;line-height:1.45;max-width:58em}
.hg-row{display:grid;grid-template-columns:1.6rem minmax(0,1fr) 132px 104px;gap:.3rem .9rem;align-items:center;
 padding:.72rem .1rem}
.hg-row.two{grid-template-columns:minmax(0,1fr) 104px}
.hg-row.in .hg-place{font-weight:400}
.hg-row.in .hg-num b,.hg-row.quiet .hg-num b{font-size:1.15rem;color:var(--hg-second)}
.hg-row.quiet{border-top:1px solid var(--hg-rule)}
[class*="st-key-row-"] .hg-row.quiet{border-top:0}
.hg-n{font-family:"Source Serif",Georgia,serif;font-size:1.15rem;color:var(--hg-third);text-align:right}
.hg-place{font-weight:600;font-size:1.02rem;color:var(--hg-ink);display:flex;flex-wrap:wrap;gap:0 .45rem;
 align-items:baseline}
.hg-what{color:var(--hg-ink);opacity:.88;font-size:.92rem;line-height:1.4}
.hg-meta{color:var(--hg-second);font-size:.83rem;margin-top:.12rem}
:is(.hg-lead,.hg-note,.hg-place,.hg-what,.hg-meta){overflow-wrap:anywhere}
.hg-num{text-align:right;line-height:1.2;white-space:nowrap}
.hg-num b{font-family:"Source Serif",Georgia,serif;font-size:1.5rem;font-weight:600;color:var(--hg-accent)}
.hg-num span{display:block;color:var(--hg-second);font-size:.8rem}
.hg-num i{font-style:normal;white-space:nowrap}
.hg-tag{display:inline-block;border:1px solid var(--hg-accent);color:var(--hg-accent);border-radius:.7rem;
 padding:0 .5rem;font-size:.76rem;font-weight:600;line-height:1.45;vertical-align:.08em}
.hg-tag.q{border-color:var(--hg-rule);color:var(--hg-second);font-weight:400}
.hg-atlas{position:relative;height:600px;border-radius:.35rem;overflow:hidden;background:var(--hg-sea)}
.hg-atlas>svg{display:block;width:100%;height:100%;cursor:grab;touch-action:pan-y pinch-zoom;user-select:none}
.hg-atlas>svg:active{cursor:grabbing}
.hg-atlas .land{fill:var(--hg-land);stroke:var(--hg-border);stroke-width:.8}
.hg-atlas a{cursor:pointer;outline:none}
.hg-atlas path{stroke-linejoin:round}
.hg-atlas .unseen path{fill:none;stroke:var(--hg-empty);stroke-width:1.2px;vector-effect:non-scaling-stroke;
 pointer-events:all}
.hg-atlas :is(.ring,.ring *){fill:none;pointer-events:all}
.hg-atlas .ring circle{stroke:var(--hg-second);stroke-width:1.6}
.hg-atlas .arc path{fill:none;stroke-linecap:round;vector-effect:non-scaling-stroke}
.hg-atlas .arc .reach{stroke:transparent;stroke-width:14px;pointer-events:stroke}
.hg-atlas a.cell:is(:hover,:focus-visible) path,.hg-atlas a.ring:is(:hover,:focus-visible) circle,
.hg-atlas a.arc:is(:hover,:focus-visible) path:not(.reach){stroke:var(--hg-ink)}
.hg-atlas .name{font-size:14px;font-weight:600;text-anchor:middle;fill:var(--hg-ink);stroke:var(--hg-paper);
 stroke-width:3.5;stroke-linejoin:round;paint-order:stroke;pointer-events:none}
.hg-atlas .buttons{position:absolute;top:.6rem;right:.6rem;display:flex;flex-direction:column;gap:.25rem}
.hg-atlas button{width:1.9rem;height:1.9rem;border:1px solid var(--hg-rule);border-radius:.35rem;padding:0;
 background:var(--hg-paper);color:var(--hg-ink);font:inherit;font-size:1.05rem;line-height:1;cursor:pointer}
.hg-atlas button:is(:hover,:focus-visible){border-color:var(--hg-accent);color:var(--hg-accent)}
.hg-atlas .says{position:absolute;max-width:17rem;padding:.3rem .55rem;border-radius:.3rem;background:var(--hg-ink);
 color:var(--hg-paper);font-size:.85rem;line-height:1.35;pointer-events:none}
.hg-atlas .says[hidden]{display:none}
.hg-legend{display:flex;gap:.34rem;align-items:center;color:var(--hg-second);font-size:.83rem;flex-wrap:wrap;
 margin-top:.1rem}
.hg-legend img{display:block}
.hg-legend .gap{width:.8rem}
.hg-legend .pair{display:inline-flex;gap:.34rem;align-items:center;white-space:nowrap}
[class*="st-key-row-"]{container-type:inline-size;position:relative;border-top:1px solid var(--hg-rule);gap:0}
[class*="st-key-row-"]:hover{background:var(--hg-panel)}
a:focus-visible{outline:2px solid var(--hg-accent)!important;outline-offset:1px;border-radius:.2rem}
[class*="st-key-row-"] [data-testid="stPageLink"] a:focus-visible{outline-offset:-3px}
[class*="st-key-row-"] [data-testid="stPageLink"]{position:absolute;inset:0;margin:0}
[class*="st-key-row-"] .stElementContainer:has([data-testid="stPageLink"]){position:absolute;inset:0;width:100%}
[class*="st-key-row-"] [data-testid="stPageLink"] a{position:absolute;inset:0;background:transparent}
[class*="st-key-row-"] [data-testid="stPageLink"] a *{position:absolute;width:1px;height:1px;overflow:hidden;
 clip-path:inset(50%)}
.hg-ev{border-top:1px solid var(--hg-rule);padding:.75rem 0 .8rem;font-size:.97rem;line-height:1.52;color:var(--hg-ink);
 overflow-wrap:anywhere}
.hg-ev .t{font-weight:600;margin-bottom:.1rem}
.hg-ev .x{white-space:pre-line}
.hg-ev .m{color:var(--hg-second);font-size:.83rem;margin-top:.3rem}
.hg-ev mark{background:var(--hg-mark);color:inherit;padding:0 .15em;border-radius:2px}
.hg-chip{display:inline-block;background:var(--hg-chip);border-radius:3px;padding:0 .35em;font-size:.85em;
 color:var(--hg-second);line-height:1.4}
.hg-empty{font-family:"Source Serif",Georgia,serif;font-size:1.1rem;line-height:1.5;color:var(--hg-second);
 border-top:1px solid var(--hg-rule);padding:1rem 0;max-width:40em}
.hg-bar{display:grid;grid-template-columns:minmax(8rem,15rem) minmax(0,1fr) 3.2rem;gap:.1rem .8rem;align-items:center;
 font-size:.95rem;color:var(--hg-ink);padding:.2rem 0}
.hg-bar .l{text-align:right;line-height:1.25}
.hg-bar a{color:inherit;text-decoration:underline;text-decoration-color:var(--hg-rule);text-underline-offset:.2em}
.hg-bar a:hover{text-decoration-color:var(--hg-accent)}
.hg-bar .v{color:var(--hg-second);font-size:.88rem}
.hg-track{position:relative;height:19px}
.hg-track i{position:absolute;left:0;top:3px;height:13px;background:var(--hg-bar);border-radius:0 2px 2px 0}
.hg-track.wide{min-width:14rem}
.hg-track u{position:absolute;top:0;height:19px;width:2px;background:var(--hg-tick)}
.hg-table{width:100%;border-collapse:collapse;font-size:.92rem;color:var(--hg-ink)}
.hg-table th{font-weight:600;text-align:left;color:var(--hg-second);font-size:.83rem;padding:.35rem .6rem .35rem 0}
.hg-table td{border-top:1px solid var(--hg-rule);padding:.5rem .6rem .5rem 0;vertical-align:top;min-width:6rem;
 overflow-wrap:anywhere}
.hg-table td:is(.r,:has(img,.hg-track)){min-width:0}
.hg-table .r{text-align:right;padding-right:1.5rem;font-variant-numeric:tabular-nums;white-space:nowrap}
.hg-table .s{color:var(--hg-silent);font-weight:600}
.hg-why{margin:-.5rem 0 .8rem;font-size:.83rem}
:is(.hg-why,.hg-table) a{color:inherit;text-decoration:underline;text-decoration-color:var(--hg-rule);
 text-underline-offset:.2em}
:is(.hg-why,.hg-table) a:hover{text-decoration-color:var(--hg-accent)}
.hg-table b.s{color:var(--hg-silent)}
.hg-read{display:grid;grid-template-columns:fit-content(11rem) minmax(0,1fr);gap:.14rem .7rem;align-items:center;
 font-size:.8rem;color:var(--hg-second);margin:.2rem 0 .3rem}
.hg-read>span{text-align:right;line-height:1.2;overflow-wrap:anywhere}
.hg-days{display:grid;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);gap:2px}
.hg-days i{height:1.2rem;border-radius:2px;
 background:color-mix(in srgb,var(--hg-read_high) var(--s),var(--hg-read_low))}
.hg-days i.s{background:var(--hg-silent)}
.hg-days em{font-style:normal;text-align:right;white-space:nowrap}
[class*="st-key-post-"]{margin-top:-1.1rem}
.st-key-waiting a{padding-left:0;padding-right:0;background:transparent}
.st-key-waiting a p{text-decoration:underline;text-decoration-color:var(--hg-accent);text-underline-offset:.2em}
.st-key-languages{align-items:flex-start}
[class*="st-key-day-"] [data-testid="stButtonGroup"]>div{flex-wrap:wrap;overflow:visible}
.hg-prose{color:var(--hg-ink);line-height:1.55;max-width:44em;margin-bottom:.4rem}
.hg-path{white-space:pre-line;background:var(--hg-panel);border-radius:.3rem;padding:.7rem .9rem;font-size:.95rem;
 color:var(--hg-ink);line-height:1.5}
[data-testid="stBaseButton-primary"] p,[data-testid="stBaseButton-primaryFormSubmit"] p{color:var(--hg-paper)}
iframe[src*="/digest/"]{background:#fff}
.hg-scroll{overflow-x:auto}
:has(>[data-testid="stVegaLiteChart"]) [data-testid="stElementToolbar"],
.stElementContainer:has([data-testid="stVegaLiteChart"]) [data-testid="stElementToolbar"]{display:none}
@container (max-width:470px){
 .hg-row{grid-template-columns:1.2rem minmax(0,1fr) 96px}
 .hg-row .hg-spark{grid-column:2/4;grid-row:2}
 .hg-num span{white-space:normal}
}
@container (min-width:370px) and (max-width:470px){
 .hg-row.brief{grid-template-columns:1.2rem minmax(0,1fr) 92px 72px;gap:.3rem .7rem}
 .hg-row.brief .hg-spark{grid-column:auto;grid-row:auto}
 .hg-row.brief .hg-spark img{width:92px}
}
@media (max-width:640px){
 .st-key-front>[data-testid="stLayoutWrapper"]>[data-testid="stHorizontalBlock"],
 .st-key-front>[data-testid="stHorizontalBlock"]{flex-direction:column;gap:.9rem}
 .st-key-front [data-testid="stHorizontalBlock"]>[data-testid="stColumn"],
 .st-key-front [data-testid="stHorizontalBlock"]>[data-testid="stColumn"]>[data-testid="stVerticalBlock"]{
  display:contents}
 .st-key-front [data-testid="stColumn"]:first-child>[data-testid="stVerticalBlock"]>*{order:1}
 .st-key-front [data-testid="stVerticalBlock"]>:has(>.st-key-earlier){order:2}
 .hg-num span{white-space:normal}
 .block-container{padding-left:1rem;padding-right:1rem}
 .hg-lead{font-size:1.4rem}
 .hg-atlas{height:430px}
 iframe[src*="/digest/"],.stElementContainer:has(iframe[src*="/digest/"]){height:2550px!important;flex:none!important}
 .hg-table,.hg-table tbody{display:block}
 .hg-table thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
 .hg-table tr{display:flex;flex-wrap:wrap;gap:.1rem 1rem;border-top:1px solid var(--hg-rule);padding:.5rem 0}
 .hg-table td,.hg-table .r{display:block;border:0;padding:0;text-align:left;white-space:normal}
 .hg-table td:first-child,.hg-table td:has(.hg-track){flex-basis:100%}
 .hg-table td:empty{display:none}
 .hg-table td:first-child:nth-last-child(2){flex:1 1 auto}
 .hg-table td:not(:first-child):not(:nth-child(2):last-child):not(:has(.hg-track))::before{content:attr(data-h) " ";
  color:var(--hg-second);font-size:.83rem}
 .hg-bar{grid-template-columns:8rem minmax(0,1fr) 2.4rem}
}
"""


def sheet(palette: Palette) -> str:
    """A <style> element with the palette's colours as variables."""
    roles = (
        *("paper", "panel", "rule", "ink", "second", "third", "accent", "silent"),
        *("mark", "chip", "bar", "tick", "read_low", "read_high", "empty", "sea", "land", "border"),
    )
    variables = "".join(f"--hg-{role}:{getattr(palette, role)};" for role in roles)
    cells = "".join(f".hg-atlas .s{n} path{{fill:{one};stroke:{one}}}" for n, one in enumerate(palette.honey))
    return f"<style>:root{{{variables}}}{cells}{_RULES}</style>"
