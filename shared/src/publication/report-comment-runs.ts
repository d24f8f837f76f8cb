/**
 * FNV-1a hashes (base 36) of every run of six words in the answers and comments that the 2018 report prints
 * (`000:195-287`). With them a test can tell that no sentence was copied without this repository holding one.
 */
export const REPORT_COMMENT_RUNS: ReadonlySet<string> = new Set(
  `
101c8qn 101f3b 1080ixz 10cyoyk 10i53k6 10lagdo 10qzvd 10uf89c 11azc0n 11cn1hf 11conom 11culpx 11jrs5g
11mzrpn 11saue 11ygak 11zhrbc 12jijwt 12n332q 12t1m0j 12zqf2c 132vlan 133fmj9 134mggn 13f9wws 13k76hg
13kehj8 13llzct 1422chf 142a04j 143zta 14cld9l 14e8kxi 14tt21l 14vjtdu 15b7hbp 15cr2z4 15gzjnz 15lzo3h
15mtkio 15pmoqz 15u5ee2 15uz50x 15vgsk4 15ynld2 160c9mz 164nwes 16bhqw4 16lhy3t 16t864d 16u7ird 16y1r1z
17c96ih 17fncub 17x74px 17zc1nk 182ib8k 185qrf2 18c9kjv 18dxh2z 18ggbs5 18nmmdw 18pzuvc 18qq62j 18r6oot
18sngji 18x48o0 197f0st 19901qr 19dv368 19f4kcg 19kjqfy 19xfo1l 19yqfas 19zngnm 1a2dj6v 1abkidp 1agyj1a
1ah4tla 1ahtdlg 1ai15t9 1aqjkgb 1b1zet2 1b41noe 1b4el9x 1b9jtlw 1bf9jq2 1bkzht2 1bpi8g5 1bqvjty 1c2sq2p
1c5dg6y 1c6hi62 1c7srf1 1cbx1u3 1cc37eu 1cdaafp 1cf2hkz 1cte1mg 1d89xx 1d8hgse 1d9wo8g 1da7fj4 1dcjb06
1dd4v4u 1dg3kj5 1djuaen 1dlics 1dmnli4 1dwvjv5 1dzjx72 1dzzrqy 1e0qrst 1emuyvi 1epqyme 1eskpdg 1esqj1u
1exxmck 1f4ufay 1f6ztfa 1f7l7v1 1f7s3sc 1f9ohwa 1fabym9 1fimnp1 1fq6qat 1ft4ku 1fwkyhg 1g03emf 1g5s7zm
1gcm6wk 1gdpcuz 1gozwji 1gri52q 1gult1h 1h1bobr 1h4y15d 1h6kpxz 1hbyymw 1hmgefc 1hpho6h 1hxvuq7 1i2k98n
1i5b868 1i5lhzb 1i793wu 1i86w0j 1ibwplg 1igmeht 1in5ufl 1iqe3ya 1iwismp 1izf3s0 1j1ff6n 1j24x9t 1j3w6xi
1j4oen8 1je5h8c 1jil2b5 1jknd3k 1jqjy0p 1jrmb6m 1jv9osn 1jyt967 1k2lkb5 1k6iqis 1kdjbjk 1ke1gf6 1ke57m9
1klu3kk 1ksqxs6 1kunk12 1l0nqfo 1l4ygbd 1l6tut2 1lkjp52 1lshqll 1lvnq94 1m5a4w4 1m5dok0 1m7co5c 1m89a43
1majuxn 1mfk88k 1mggo0u 1mn75mi 1myuxck 1n54hkx 1n9zvm7 1nu1q55 1nvf69y 1nwvpxy 1nxfriy 1o6nby2 1o89m5
1o97ltu 1oabead 1og24pr 1ogeqqc 1ogye1t 1okpd1h 1p7mzk3 1pbxexy 1pchtdo 1pcjhew 1pj5f55 1pt5sa9 1pwptrf
1q3jcdc 1q4up88 1q544pw 1q5cv5f 1q65llf 1qcnz5b 1qctywt 1qr0i4v 1qr9j4n 1qyj9sr 1r2757c 1r5m04a 1r9m515
1rbipac 1rmd0ur 1rshslv 1rto955 1rz0xkl 1s6mad4 1sczya6 1skla8v 1sqn7rn 1st1qh6 1t0ij70 1t0is06 1t4r9xc
1tbmwp 1tbp6ml 1tqsha7 1u0tjb2 1u2w5z3 1u4odws 1u7tu04 1u90mmp 1u9e8l3 1ucbz3h 1ucc8u5 1uh1cqu 1upcjp1
1usvnh8 1ve22kb 1vmgs82 1volvl8 1vrrqnj 1vxqxls 1vzcmz0 1w47no0 1w8vs5f 1w93b1y 1wa1s3x 1wbbsfz 1wch6u5
1whgdu9 1whx1e 1wj23qx 1wlj6nf 1wmzczg 1wn2vgj 1wphw3n 1wqdnmi 1wsq87f 1wt8op3 1wvkl09 1wym5nu 1x2fp50
1x6jw25 1xaegi9 1xbm5iu 1xep9z0 1xgtrn 1xhkehf 1xts8u7 1yg9kiq 1ymi1eo 1yojclm 1yt8eef 1yvzmd1 1yznang
25dsc 2ajnh8 2crchi 2dlzc7 2g2xdk 2ir6q9 2k87s9 2osv9b 3168xf 37kvaj 38dupa 3o4ct8 3p1vej 3p8lcq 3t2sll
3ym4vv 3zda6k 45kvdy 49gohe 4e18s8 4kd9hs 4rocoh 53vnqh 559f3t 55lmof 59hgom 5e8x70 5j441n 5j6i2w 5jj5aw
5uznju 69ogzt 6izxtp 7btvhw 7cwfsg 7dht0c 7y99sx 7zzeum 8152c3 81ac55 8kja9h 8wlkas 91l2wx 97qpz0 97qzjx
9ap525 9bxg5k 9dhqed 9frtoh 9jcyzc 9p6xgz 9ru5uv 9yofjv a5yco8 a68zv7 aa6dbc adt4ks afstyp ag41uk amkmuq
aodjkf apcigy aucgda avau7t axs79j aypjah b097dx b1vgne bfsj1y bluuhf bz8a1k c1g3o7 c65yz4 c6fb3l cal3i9
cfkfi cnw4gf cnyw62 csq75e ctc18f d15vmp d444xx d4hnll daqdmg ddsrri duzyne e2vzvj e6x9ca ej08hy ekswh4
en66as en8emv et9vw0 euvj4y f5kq16 fjid1z fo5luz fp6jbf fr8818 fvx0pe g10w5q g1n4hs g1xe4c g63z1u gdoes
h0acnr h19m39 h4fgzm h5bli2 h7hrna h86o6f hf0ip hh8pw1 hk8rzw hkk2ho hm9hf8 i2szrx i8o1zb i98mgc ibds3g
ih8g47 ii6o4u ioawi7 iwee62 izplob j0gzpj j4kz18 j4lh7d j4vm31 j52ka7 j8161p jc8csr jf0qtw jgs3hl jhm0b8
jip1tc jjwkbg jl3n16 jqncpu jtby0y jv75j7 jwjk6m k3dkhm k7yj8q k911mt kdwx11 kdwxna kejkul kizxgv kkxk7a
klsera kulq14 kz3zb8 kzp4vo l31q76 l77xih l9prqr l9yhk6 ldfmod ljn99x ll43oj lp254 lpsoy mn5ah2 mpf5s3
mxtrxw myqgdd n0nelb nbuo0j nofcp4 nrqs3b nsqkma o51jy o7sy3p ob6bsc ofto39 ohlm7u ouiiie p28bwm po6168
pwd2xr q145ri q939n2 qb189e qbt7wb qd2xa9 qewsox qouw4d qpvk10 qqrs8e qxp8sl qzl37p rbkyg rd76t1 rh0qe3
rxvpsc ryqsom rywn1r s4zy2o s7frzt saz1nz scowe8 siqmfn sqang9 srctx0 ssc0oy sstgx5 sv4of9 svou10 swzh64
sz6j8o t08mi2 t5qhwn t6czl4 t8mbs7 t9iql7 tme9kp tnp5en tp31ac u3rnwu ufvbpb uhcytf uio7wo ujj8ow uqyex6
ury4od uu5d0k uxcbe7 uy8ooj uycnme v1h2r3 van2b3 vk65nh vp62ah vq7hdp vsdg29 vtqyqh vugsoi vx9yhw vzidrr
w2wnnq w4gtaz w5u4na w6azy8 wosbno wwz78d x56mah xaau7u xeg3o0 xgtrmo xi2mg6 xjlj0i xlzitc xoagk5 xzgvz2
y7i3ka y8o4gw ygn6mv yka832 yl4axm yleqo6 ypmvtk ytwp70 yuov8m yuxqmn yw38lu z96gjb zjp9gc zqcyv6 zvj4kx
zx4h2b zxrf47 zy6dyk
`
    .trim()
    .split(/\s+/),
);

/** The runs of six words in a text that the report's comments hold too. */
export function copiedRuns(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words
    .map((_, at) => words.slice(at, at + 6))
    .filter((run) => run.length === 6)
    .map((run) => run.join(' '))
    .filter((run) => REPORT_COMMENT_RUNS.has(fnv1a(run)));
}

function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(36);
}
