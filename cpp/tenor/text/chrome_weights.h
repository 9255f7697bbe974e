#pragma once

// clang-format off
// Made by tools/train_chrome.py; do not edit.
// Data: chrome.jsonl.gz, SHA-256 of its contents b8547d578e3052f005f1888e947638b7d2cbcb8841e773e78fdb6b516eb21638,
// 93 pages of 82 sites. Cross-validated by site, without the rules of roles.cpp:
// 93.5% of body lines kept, 92.8% of chrome lines removed.
namespace tenor::chrome_weights {

// Columns: before the article, its body, chrome inside it, after it.
inline constexpr float line[158][4] = {
    {-0.0550F, 0.1489F, -0.0963F, 0.0024F},  // bias
    {-0.1042F, 0.3035F, -0.0865F, -0.1128F},  // log words
    {0.0272F, -0.5764F, 0.4653F, 0.0839F},  // 1 word
    {0.1096F, 0.0119F, -0.1517F, 0.0302F},  // 2-3 words
    {-0.0750F, 0.3283F, -0.2945F, 0.0412F},  // 4-6 words
    {0.0177F, 0.1582F, -0.1248F, -0.0510F},  // 7-10 words
    {-0.0349F, -0.1154F, 0.1448F, 0.0054F},  // 11-16 words
    {0.0322F, -0.1391F, 0.0677F, 0.0393F},  // 17-25 words
    {-0.0107F, 0.1060F, -0.0716F, -0.0237F},  // 26-40 words
    {-0.1603F, 0.3355F, 0.0109F, -0.1861F},  // 41+ words
    {0.0393F, 0.0400F, -0.1425F, 0.0632F},  // cjk
    {-0.0043F, 0.1406F, -0.1075F, -0.0288F},  // cjk length
    {-0.2141F, 0.4166F, -0.0023F, -0.2002F},  // prose
    {-0.2460F, 0.4368F, -0.3471F, 0.1562F},  // ends sentence
    {-0.1037F, 0.3480F, -0.3286F, 0.0843F},  // ends sentence, 7+ words
    {-0.1193F, 0.5096F, -0.3654F, -0.0249F},  // ends sentence, 17+ words
    {-0.0295F, -0.1877F, 0.3653F, -0.1481F},  // no end, 17+ words
    {0.0630F, -0.0775F, -0.1201F, 0.1346F},  // ends in ?
    {0.0473F, -0.2222F, 0.0271F, 0.1478F},  // ends in ...
    {-0.1651F, 0.3688F, -0.1575F, -0.0462F},  // ends in : or ,
    {0.0564F, 0.0770F, -0.1188F, -0.0146F},  // 1 stop inside
    {-0.1270F, -0.0303F, 0.0945F, 0.0628F},  // 2+ stops inside
    {0.3476F, 0.2341F, -0.4572F, -0.1245F},  // commas
    {0.2654F, -0.2284F, 0.0722F, -0.1092F},  // capital words
    {-0.0027F, 0.0610F, 0.0591F, -0.1175F},  // capital words, 4+ words
    {0.0590F, -0.2259F, 0.1969F, -0.0300F},  // all capitals
    {0.1552F, -0.5459F, 0.3430F, 0.0476F},  // digits
    {-0.0767F, -0.3690F, 0.6309F, -0.1852F},  // marks
    {-0.0782F, 0.2854F, -0.1862F, -0.0210F},  // opens quotation
    {-0.0211F, 0.0777F, -0.0691F, 0.0126F},  // opens with digit
    {-0.0833F, 0.0253F, 0.1142F, -0.0562F},  // opens in small letters
    {-0.0316F, 0.1396F, 0.0374F, -0.1453F},  // opens with mark
    {-0.1994F, 0.1771F, -0.0322F, 0.0546F},  // address
    {-0.0570F, 0.1224F, 0.0259F, -0.0914F},  // stroke
    {-0.0674F, 0.3624F, -0.2791F, -0.0159F},  // function words
    {0.0807F, 0.2169F, -0.2721F, -0.0254F},  // no function word, 4+ words
    {-0.0134F, 0.2099F, -0.1950F, -0.0015F},  // verbs
    {-0.1844F, 0.1282F, -0.0849F, 0.1411F},  // 2+ verbs
    {-0.0550F, 0.1931F, -0.2352F, 0.0971F},  // you
    {-0.0497F, 0.1582F, -0.1862F, 0.0777F},  // you, under 26 words
    {-0.0728F, 0.1961F, -0.3380F, 0.2147F},  // we
    {0.1606F, -0.4277F, -0.0725F, 0.3395F},  // web words
    {0.0469F, -0.2036F, -0.2152F, 0.3719F},  // 1 web word
    {0.1026F, -0.4271F, 0.1706F, 0.1540F},  // 2+ web words
    {-0.0313F, -0.0264F, 0.0115F, 0.0463F},  // advertisement
    {0.1133F, -0.0896F, -0.0718F, 0.0481F},  // share
    {0.0411F, -0.1333F, -0.0086F, 0.1008F},  // subscription
    {0.0013F, -0.0005F, -0.0009F, 0.0002F},  // donation
    {-0.0273F, -0.2542F, 0.1574F, 0.1241F},  // related
    {0.0130F, -0.0104F, -0.0100F, 0.0074F},  // comments
    {0.0005F, -0.0587F, 0.1631F, -0.1049F},  // navigation
    {0.0123F, -0.0517F, -0.0146F, 0.0539F},  // copyright
    {0.0014F, -0.0072F, -0.0027F, 0.0085F},  // legal
    {0.0000F, -0.0000F, -0.0000F, 0.0000F},  // contact
    {-0.0000F, -0.0564F, -0.0126F, 0.0690F},  // credit
    {0.0260F, -0.0482F, 0.0296F, -0.0074F},  // media
    {-0.0317F, -0.0616F, 0.0763F, 0.0171F},  // separator
    {0.1644F, -0.1764F, -0.0890F, 0.1010F},  // date
    {0.0674F, -0.0771F, -0.0403F, 0.0500F},  // byline
    {0.3713F, -0.6224F, 0.3535F, -0.1024F},  // caption
    {0.0938F, -0.3481F, 0.3599F, -0.1056F},  // repeated
    {0.0041F, 0.0557F, -0.0218F, -0.0380F},  // -3 prose
    {0.0323F, -0.2879F, 0.1184F, 0.1371F},  // -3 chrome
    {-0.0433F, 0.0011F, 0.0649F, -0.0227F},  // -3 words
    {0.0092F, 0.0656F, -0.0736F, -0.0012F},  // -3 none
    {-0.0311F, -0.0068F, -0.0630F, 0.1009F},  // -3 date or byline
    {-0.0312F, 0.1214F, 0.0218F, -0.1120F},  // -3 same opening
    {-0.0663F, 0.0278F, -0.0666F, 0.1052F},  // -2 prose
    {-0.0635F, -0.0914F, 0.1196F, 0.0353F},  // -2 chrome
    {-0.0078F, -0.0570F, -0.0085F, 0.0732F},  // -2 words
    {-0.1029F, 0.1235F, -0.0199F, -0.0006F},  // -2 none
    {-0.0408F, 0.0016F, -0.0281F, 0.0673F},  // -2 date or byline
    {0.0181F, -0.0155F, 0.0588F, -0.0614F},  // -2 same opening
    {0.0021F, 0.0431F, 0.0054F, -0.0505F},  // -1 prose
    {0.0417F, -0.1409F, -0.0568F, 0.1559F},  // -1 chrome
    {0.0176F, -0.2320F, 0.2650F, -0.0506F},  // -1 words
    {-0.1351F, 0.1351F, 0.0000F, 0.0000F},  // -1 none
    {0.1534F, -0.1385F, -0.1104F, 0.0954F},  // -1 date or byline
    {-0.0738F, 0.1680F, 0.0297F, -0.1240F},  // -1 same opening
    {0.0184F, -0.1694F, 0.2394F, -0.0884F},  // +1 prose
    {0.0728F, 0.0488F, -0.0647F, -0.0570F},  // +1 chrome
    {0.0316F, -0.1140F, 0.0650F, 0.0173F},  // +1 words
    {-0.0013F, 0.1508F, 0.0000F, -0.1494F},  // +1 none
    {0.1335F, -0.1173F, -0.1008F, 0.0845F},  // +1 date or byline
    {-0.1331F, 0.1780F, -0.0242F, -0.0207F},  // +1 same opening
    {0.1543F, 0.0596F, -0.0909F, -0.1230F},  // +2 prose
    {0.0412F, -0.2733F, 0.1237F, 0.1085F},  // +2 chrome
    {0.1824F, -0.2816F, 0.0421F, 0.0570F},  // +2 words
    {-0.0061F, 0.1784F, -0.0420F, -0.1302F},  // +2 none
    {0.0752F, -0.0454F, -0.0964F, 0.0666F},  // +2 date or byline
    {-0.1125F, -0.0128F, 0.0678F, 0.0575F},  // +2 same opening
    {0.0607F, 0.0282F, -0.0646F, -0.0243F},  // +3 prose
    {0.1485F, 0.0461F, 0.0182F, -0.2128F},  // +3 chrome
    {0.0958F, -0.2380F, 0.0663F, 0.0758F},  // +3 words
    {-0.0152F, 0.0634F, -0.1096F, 0.0614F},  // +3 none
    {0.0304F, -0.0129F, -0.0551F, 0.0375F},  // +3 date or byline
    {-0.0090F, -0.0776F, 0.0599F, 0.0267F},  // +3 same opening
    {-0.0884F, 0.1439F, -0.0291F, -0.0263F},  // -1 ends in :
    {0.0493F, 0.0653F, -0.0747F, -0.0400F},  // prose within 5
    {0.1174F, -0.3416F, 0.1048F, 0.1193F},  // prose within 12
    {0.0987F, -0.3195F, 0.2039F, 0.0169F},  // prose letters within 5
    {0.0444F, 0.0730F, -0.0409F, -0.0765F},  // lines since prose
    {-0.0173F, 0.0654F, -0.0005F, -0.0475F},  // lines to prose
    {-0.0308F, 0.0030F, -0.0359F, 0.0638F},  // prose above and below
    {0.0220F, 0.0539F, 0.0111F, -0.0869F},  // gap between prose
    {-0.0380F, 0.0235F, -0.0644F, 0.0789F},  // labels within 12
    {-0.1068F, -0.0660F, 0.0510F, 0.1218F},  // labels before
    {-0.1270F, -0.0735F, -0.0887F, 0.2891F},  // prose before
    {0.0351F, 0.0394F, -0.0524F, -0.0222F},  // no prose before
    {-0.0097F, -0.1799F, 0.2090F, -0.0194F},  // no prose after
    {0.0008F, 0.0425F, -0.1245F, 0.0813F},  // place
    {0.0519F, -0.1700F, -0.0737F, 0.1917F},  // lines of page
    {0.0550F, 0.1467F, -0.2537F, 0.0520F},  // prose of page
    {-0.0181F, -0.0308F, 0.0579F, -0.0089F},  // comments before
    {0.0135F, -0.1648F, 0.0547F, 0.0966F},  // related before
    {0.0626F, -0.0864F, 0.0538F, -0.0299F},  // copyright before
    {-0.1354F, 0.2823F, -0.0607F, -0.0862F},  // block
    {-0.0204F, -0.0279F, -0.0943F, 0.1426F},  // block words
    {0.1086F, -0.1199F, -0.1851F, 0.1964F},  // gap in block
    {0.0840F, -0.1583F, -0.0519F, 0.1261F},  // gap in block, block
    {-0.0433F, 0.1282F, 0.1076F, -0.1925F},  // in the main block
    {0.0014F, -0.0862F, -0.0022F, 0.0870F},  // before the main block
    {-0.0130F, 0.1069F, -0.2018F, 0.1079F},  // after the main block
    {0.0386F, -0.0580F, -0.0026F, 0.0220F},  // lines before the main block
    {0.0132F, 0.2501F, -0.1377F, -0.1256F},  // lines after the main block
    {-0.0128F, 0.1160F, -0.0833F, -0.0199F},  // lines into the main block
    {0.0166F, -0.1175F, 0.0497F, 0.0512F},  // lines left of the main block
    {0.1427F, -0.2277F, 0.1363F, -0.0513F},  // main block's share
    {0.1052F, -0.1864F, 0.0711F, 0.0101F},  // gap in the main block
    {-0.0090F, -0.2304F, 0.1699F, 0.0694F},  // chrome in the main block
    {-0.0605F, 0.0908F, -0.0377F, 0.0073F},  // prose before the main block
    {-0.0051F, 0.0112F, -0.0012F, -0.0049F},  // prose after the main block
    {0.1007F, -0.0968F, -0.0117F, 0.0078F},  // main block in 1 line
    {0.0217F, 0.0207F, -0.0507F, 0.0083F},  // main block in 2 lines
    {-0.0492F, 0.1261F, -0.0856F, 0.0087F},  // main block in 3 lines
    {-0.0029F, -0.2383F, 0.0925F, 0.1487F},  // main block ended 1 line ago
    {-0.0027F, -0.0642F, -0.0016F, 0.0685F},  // main block ended 2 lines ago
    {-0.0025F, 0.1287F, -0.0371F, -0.0890F},  // main block ended 3 lines ago
    {-0.0609F, -0.0531F, 0.1066F, 0.0074F},  // main block's first
    {-0.0040F, 0.0493F, 0.0514F, -0.0967F},  // main block's last
    {0.0943F, -0.0493F, -0.1025F, 0.0576F},  // run
    {0.0186F, -0.1683F, 0.0656F, 0.0840F},  // run's words
    {-0.0101F, -0.2957F, 0.2065F, 0.0992F},  // run's chrome
    {0.1821F, -0.3167F, -0.0159F, 0.1504F},  // run's tiny lines
    {-0.0202F, 0.0971F, -0.1333F, 0.0564F},  // block above
    {0.1826F, -0.2282F, 0.0495F, -0.0039F},  // block below
    {0.0204F, -0.1357F, 0.0883F, 0.0269F},  // block around
    {0.0956F, 0.0048F, -0.0202F, -0.0802F},  // run so far
    {-0.0063F, 0.0909F, -0.1687F, 0.0841F},  // run to come
    {-0.0161F, -0.2333F, 0.1358F, 0.1136F},  // run's chrome, block above
    {0.0839F, -0.0011F, -0.0624F, -0.0204F},  // short run, block above
    {0.0840F, -0.1583F, -0.0519F, 0.1261F},  // short run, block around
    {-0.0365F, 0.1596F, -0.0609F, -0.0623F},  // lines since a label
    {0.0324F, 0.1276F, -0.2705F, 0.1104F},  // no label yet
    {-0.0604F, 0.1076F, -0.0579F, 0.0107F},  // prose just below a label
    {-0.0323F, -0.0204F, 0.0504F, 0.0024F},  // chrome since prose
    {0.0353F, -0.0109F, -0.1007F, 0.0763F},  // chrome to prose
    {-0.0750F, -0.2136F, 0.1013F, 0.1872F},  // chrome just above
};

inline constexpr float step[4][4] = {
    {0.0801F, -0.1337F, 0.0000F, 0.0000F},  // from before
    {0.0000F, 0.5908F, -0.4432F, -0.1494F},  // from body
    {0.0000F, -0.4432F, 0.3469F, 0.0000F},  // from inside
    {0.0000F, 0.0000F, 0.0000F, 0.1518F},  // from after
};

inline constexpr float least = -3.0F;

}  // namespace tenor::chrome_weights
