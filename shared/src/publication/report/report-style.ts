/** The style of a report's page. The server names its hash in the security policy, so that no other style runs. */
export const REPORT_STYLE = `
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:1rem;font:1.0625rem/1.55 Arial,Helvetica,sans-serif;color:#212b32;background:#fff;overflow-wrap:break-word}
h1{font-size:1.9rem;line-height:1.2;margin:1rem 0}
h2{font-size:1.45rem;line-height:1.25;margin:2.2rem 0 .6rem}
h3{font-size:1.15rem;line-height:1.3;margin:1.6rem 0 .4rem}
a{color:#005eb8}
a:focus,.scroll:focus,main:focus{outline:4px solid #212b32;outline-offset:2px;background:#ffeb3b}
.skip{position:absolute;left:-99rem}
.skip:focus{position:static}
.about{margin:.1rem 0;color:#4c6272}
.notice{border:4px solid #212b32;padding:.6rem}
.remark{border-left:.5rem solid #4c6272;padding:.4rem .8rem;background:#f0f4f5}
nav{border-top:1px solid #4c6272;border-bottom:1px solid #4c6272;margin:1rem 0;padding-bottom:.6rem}
nav h2{margin-top:.8rem}
nav li{margin:.35rem 0}
.quote{margin:.8rem 0}.quote blockquote{margin:0;padding:.2rem 1rem;border-left:.25rem solid #005eb8}.quote p{margin:.2rem 0}.quote figcaption{padding-left:1.25rem;color:#4c6272}
.scroll{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;width:100%}
caption{text-align:left;font-weight:bold;padding:.3rem 0}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #aeb7bd}
thead th{border-bottom:2px solid #212b32}
tbody th{font-weight:normal}
figure{margin:1.2rem 0}
svg{width:100%;height:auto;font-family:Arial,Helvetica,sans-serif}
svg text{fill:#212b32}svg text:not(.t-text){font-size:15px}
svg .value{font-weight:bold}
svg .bar{fill:#005eb8;stroke:#212b32;stroke-width:1}
@media screen and (max-width:40rem){svg text:not(.t-text){font-size:22px}svg text.t-text{font-size:16px}th,td{padding:.4rem .3rem}.scroll{font-size:.9rem}}
footer{margin-top:3rem;border-top:1px solid #4c6272;color:#4c6272;font-size:.9rem}
@media print{nav,.skip{display:none}h2,h3,caption{break-after:avoid}tr,figure{break-inside:avoid}.scroll{overflow:visible}body{max-width:none}}
.picture figcaption{font-size:.9em;color:#4c6272}
.t-yes{fill:#005eb8;stroke:#212b32}.t-no{fill:#fff;stroke:#212b32}.t-unknown{fill:#aeb7bd;stroke:#212b32}.t-silent{fill:#f0f4f5;stroke:#212b32;stroke-dasharray:3 2}
.t-area{fill:#f0f4f5;stroke:#4c6272}.t-frame{fill:none;stroke:#4c6272}.t-range{fill:#768692;stroke:#212b32}
.sheets{max-width:210mm;font-size:.94rem;line-height:1.32}
.sheets h1{font-size:1.45rem;margin:0 0 .3rem}.sheets h2{font-size:1.08rem;margin:.7rem 0 .15rem}.sheets h3{font-size:.98rem;margin:.5rem 0 .1rem}
.sheets p{margin:.25rem 0}.sheets ul{margin:.25rem 0;padding-left:1.2rem}.sheets .scroll{margin:.3rem 0;font-size:inherit}
.sheets th,.sheets td{padding:.12rem .35rem}.sheets caption{padding:.1rem 0}.sheets figure{margin:.3rem 0}.sheets .remark{padding:.2rem .5rem}
.sheets .notice{border-width:2px;padding:.2rem .4rem}.sheets svg.part{max-width:13rem;float:right;margin:0 0 .3rem .8rem}.sheets svg.whole{display:block;max-width:31rem}
.sheet+.sheet{border-top:1px solid #4c6272;margin-top:1.5rem;padding-top:.5rem}
.sheet h2{clear:none}
@page{margin:2cm}
@page sheet{size:A4;margin:11mm 13mm}
@media print{body.sheets{padding:0;font-size:8pt;line-height:1.2}.sheet{page:sheet;break-after:page}.sheet:last-child{break-after:auto}.sheet+.sheet{border:0;margin:0;padding:0}}
`.trim();
