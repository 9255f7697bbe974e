#pragma once

// clang-format off
// Made by tools/train_chrome.py; do not edit.
// Data: chrome.jsonl.gz, SHA-256 of its contents b8547d578e3052f005f1888e947638b7d2cbcb8841e773e78fdb6b516eb21638,
// 93 pages of 82 sites; variance 0.03. Cross-validated by site, with the lines
// that their words give away: 91.7% of body lines kept, 94.6% of chrome lines removed.
namespace tenor::chrome_weights {

// Columns: before the article, its body, chrome inside it, after it.
inline constexpr float line[176][4] = {
    {-0.0140F, 0.0836F, -0.0766F, 0.0070F},  // bias
    {-0.0542F, 0.1722F, -0.0559F, -0.0621F},  // log words
    {-0.0174F, -0.3874F, 0.3134F, 0.0914F},  // 1 word
    {0.0568F, 0.0338F, -0.1270F, 0.0363F},  // 2-3 words
    {-0.0176F, 0.2691F, -0.2321F, -0.0194F},  // 4-6 words
    {0.0094F, 0.0984F, -0.0614F, -0.0464F},  // 7-10 words
    {0.0094F, -0.1766F, 0.0983F, 0.0689F},  // 11-16 words
    {0.0172F, -0.1357F, 0.0563F, 0.0622F},  // 17-25 words
    {0.0002F, 0.0652F, -0.0244F, -0.0410F},  // 26-40 words
    {-0.1239F, 0.2686F, -0.0171F, -0.1276F},  // 41+ words
    {0.0519F, 0.0482F, -0.0825F, -0.0176F},  // cjk
    {0.0103F, 0.0891F, -0.0648F, -0.0345F},  // cjk length
    {-0.1549F, 0.3330F, -0.0141F, -0.1640F},  // prose
    {-0.1769F, 0.3567F, -0.3427F, 0.1629F},  // ends sentence
    {-0.0941F, 0.3638F, -0.2937F, 0.0239F},  // ends sentence, 7+ words
    {-0.1028F, 0.4183F, -0.3004F, -0.0151F},  // ends sentence, 17+ words
    {-0.0110F, -0.2092F, 0.3098F, -0.0896F},  // no end, 17+ words
    {0.0328F, -0.0110F, -0.0778F, 0.0560F},  // ends in ?
    {0.0328F, -0.1387F, 0.0085F, 0.0975F},  // ends in ...
    {-0.0981F, 0.2305F, -0.1359F, 0.0035F},  // ends in : or ,
    {0.0493F, 0.0243F, -0.1009F, 0.0273F},  // 1 stop inside
    {-0.1096F, -0.0115F, 0.0702F, 0.0508F},  // 2+ stops inside
    {0.2125F, 0.0929F, -0.3143F, 0.0089F},  // commas
    {0.1740F, -0.2303F, 0.0889F, -0.0326F},  // capital words
    {0.0561F, -0.0239F, 0.0253F, -0.0575F},  // capital words, 4+ words
    {0.0504F, -0.1405F, 0.1313F, -0.0412F},  // all capitals
    {0.1043F, -0.2793F, 0.1411F, 0.0339F},  // digits
    {-0.0370F, -0.1718F, 0.2944F, -0.0855F},  // marks
    {-0.0347F, 0.1668F, -0.1359F, 0.0038F},  // opens quotation
    {0.0107F, 0.0121F, -0.0701F, 0.0473F},  // opens with digit
    {-0.0502F, 0.0472F, 0.0660F, -0.0631F},  // opens in small letters
    {0.0225F, 0.0706F, 0.0105F, -0.1036F},  // opens with mark
    {-0.1233F, 0.1355F, -0.0131F, 0.0009F},  // address
    {-0.0262F, 0.0490F, 0.0087F, -0.0316F},  // stroke
    {-0.0391F, 0.2612F, -0.1997F, -0.0225F},  // function words
    {0.0983F, 0.2017F, -0.2250F, -0.0750F},  // no function word, 4+ words
    {-0.0184F, 0.2171F, -0.1507F, -0.0480F},  // verbs
    {-0.1192F, 0.1492F, -0.0925F, 0.0625F},  // 2+ verbs
    {-0.0535F, 0.1687F, -0.1710F, 0.0557F},  // you
    {-0.0450F, 0.1354F, -0.1328F, 0.0424F},  // you, under 26 words
    {-0.0342F, 0.1602F, -0.2631F, 0.1370F},  // we
    {0.0792F, -0.2901F, -0.0523F, 0.2632F},  // web words
    {0.0230F, -0.1532F, -0.1636F, 0.2938F},  // 1 web word
    {0.0670F, -0.2988F, 0.1210F, 0.1108F},  // 2+ web words
    {-0.0172F, -0.0400F, 0.0046F, 0.0525F},  // advertisement
    {0.0690F, -0.0759F, -0.0420F, 0.0489F},  // share
    {0.0250F, -0.0848F, -0.0057F, 0.0654F},  // subscription
    {0.0009F, -0.0007F, -0.0007F, 0.0004F},  // donation
    {0.0157F, -0.2801F, 0.1638F, 0.1006F},  // related
    {0.0056F, -0.0202F, -0.0055F, 0.0201F},  // comments
    {-0.0238F, -0.0425F, 0.1237F, -0.0574F},  // navigation
    {0.0034F, 0.0223F, -0.0079F, -0.0179F},  // copyright
    {0.0020F, -0.0043F, -0.0018F, 0.0041F},  // legal
    {0.0001F, -0.0000F, -0.0000F, -0.0001F},  // contact
    {-0.0000F, -0.0137F, -0.0119F, 0.0256F},  // credit
    {0.0364F, -0.0385F, 0.0266F, -0.0246F},  // media
    {-0.0199F, -0.0296F, 0.0366F, 0.0129F},  // separator
    {-0.0000F, -0.0001F, -0.0000F, 0.0001F},  // author
    {0.0994F, -0.1121F, -0.0480F, 0.0607F},  // date
    {0.0405F, -0.0580F, -0.0266F, 0.0441F},  // byline
    {0.2297F, -0.4595F, 0.2747F, -0.0448F},  // caption
    {0.0275F, -0.3157F, 0.2971F, -0.0089F},  // repeated
    {-0.0059F, 0.0046F, -0.0167F, 0.0181F},  // -3 prose
    {0.0450F, -0.2351F, 0.1088F, 0.0812F},  // -3 chrome
    {-0.0131F, -0.0210F, 0.0419F, -0.0078F},  // -3 words
    {-0.0206F, 0.0709F, -0.0493F, -0.0009F},  // -3 none
    {-0.0401F, -0.0017F, -0.0312F, 0.0730F},  // -3 date or byline
    {-0.0311F, 0.0746F, 0.0057F, -0.0492F},  // -3 same opening
    {-0.0457F, 0.0050F, -0.0556F, 0.0963F},  // -2 prose
    {0.0071F, -0.1436F, 0.1036F, 0.0329F},  // -2 chrome
    {0.0097F, -0.0639F, -0.0014F, 0.0556F},  // -2 words
    {-0.0875F, 0.1025F, -0.0144F, -0.0006F},  // -2 none
    {-0.0322F, -0.0069F, -0.0143F, 0.0534F},  // -2 date or byline
    {0.0511F, -0.0132F, -0.0184F, -0.0195F},  // -2 same opening
    {-0.0140F, 0.0248F, 0.0178F, -0.0286F},  // -1 prose
    {0.0354F, -0.1554F, 0.0019F, 0.1181F},  // -1 chrome
    {0.0246F, -0.1677F, 0.1649F, -0.0217F},  // -1 words
    {-0.1013F, 0.1013F, 0.0000F, 0.0000F},  // -1 none
    {0.1067F, -0.1178F, -0.0624F, 0.0735F},  // -1 date or byline
    {-0.0345F, 0.0940F, -0.0065F, -0.0530F},  // -1 same opening
    {0.0149F, -0.1223F, 0.1668F, -0.0594F},  // +1 prose
    {0.0532F, -0.1012F, 0.0244F, 0.0237F},  // +1 chrome
    {0.0345F, -0.1212F, 0.0565F, 0.0301F},  // +1 words
    {-0.0019F, 0.1080F, 0.0000F, -0.1060F},  // +1 none
    {0.0786F, -0.0869F, -0.0567F, 0.0651F},  // +1 date or byline
    {-0.0716F, 0.0820F, -0.0254F, 0.0149F},  // +1 same opening
    {0.1083F, -0.0230F, -0.0477F, -0.0376F},  // +2 prose
    {0.0182F, -0.2020F, 0.0789F, 0.1049F},  // +2 chrome
    {0.1394F, -0.2101F, 0.0112F, 0.0594F},  // +2 words
    {-0.0074F, 0.1318F, -0.0255F, -0.0989F},  // +2 none
    {0.0384F, -0.0366F, -0.0569F, 0.0551F},  // +2 date or byline
    {-0.0370F, -0.0171F, -0.0016F, 0.0557F},  // +2 same opening
    {0.0517F, -0.0280F, -0.0634F, 0.0396F},  // +3 prose
    {0.0934F, 0.0168F, 0.0234F, -0.1336F},  // +3 chrome
    {0.0860F, -0.1944F, 0.0309F, 0.0775F},  // +3 words
    {-0.0167F, 0.0624F, -0.0673F, 0.0217F},  // +3 none
    {0.0048F, -0.0043F, -0.0276F, 0.0270F},  // +3 date or byline
    {0.0073F, -0.0707F, 0.0289F, 0.0345F},  // +3 same opening
    {-0.0500F, 0.0763F, -0.0291F, 0.0028F},  // -1 ends in :
    {0.0356F, 0.0035F, -0.0582F, 0.0191F},  // prose within 5
    {0.1063F, -0.2947F, 0.0583F, 0.1301F},  // prose within 12
    {0.0984F, -0.2748F, 0.1568F, 0.0195F},  // prose letters within 5
    {0.0552F, 0.0630F, -0.0571F, -0.0610F},  // lines since prose
    {-0.0303F, 0.0668F, -0.0036F, -0.0330F},  // lines to prose
    {-0.0129F, 0.0138F, -0.0484F, 0.0476F},  // prose above and below
    {0.0288F, 0.0608F, -0.0201F, -0.0695F},  // gap between prose
    {-0.0372F, 0.0154F, -0.0309F, 0.0528F},  // labels within 12
    {-0.0616F, -0.0382F, 0.0397F, 0.0601F},  // labels before
    {-0.0789F, -0.0119F, -0.0813F, 0.1721F},  // prose before
    {0.0513F, -0.0024F, -0.0455F, -0.0034F},  // no prose before
    {-0.0087F, -0.0918F, 0.1324F, -0.0319F},  // no prose after
    {0.0179F, 0.0332F, -0.1189F, 0.0679F},  // place
    {0.0469F, -0.1355F, -0.0407F, 0.1294F},  // lines of page
    {0.0294F, 0.0833F, -0.1903F, 0.0775F},  // prose of page
    {-0.0185F, -0.0085F, 0.0399F, -0.0129F},  // comments before
    {0.0018F, -0.1425F, 0.0816F, 0.0591F},  // related before
    {0.0364F, -0.1062F, 0.0325F, 0.0373F},  // copyright before
    {-0.0930F, 0.2499F, -0.0584F, -0.0985F},  // block
    {-0.0100F, 0.0189F, -0.0571F, 0.0482F},  // block words
    {0.0746F, -0.1063F, -0.1049F, 0.1367F},  // gap in block
    {0.0586F, -0.1328F, -0.0233F, 0.0975F},  // gap in block, block
    {-0.0232F, 0.0904F, 0.0406F, -0.1078F},  // in the main block
    {0.0004F, -0.0869F, 0.0706F, 0.0158F},  // before the main block
    {0.0087F, 0.0801F, -0.1878F, 0.0990F},  // after the main block
    {-0.0452F, -0.0120F, 0.0424F, 0.0148F},  // lines before the main block
    {0.0211F, 0.1707F, -0.1265F, -0.0653F},  // lines after the main block
    {-0.0087F, 0.0589F, -0.0658F, 0.0155F},  // lines into the main block
    {0.0227F, -0.1044F, 0.0222F, 0.0596F},  // lines left of the main block
    {0.1091F, -0.1708F, 0.0737F, -0.0120F},  // main block's share
    {0.0740F, -0.1762F, 0.0473F, 0.0549F},  // gap in the main block
    {0.0049F, -0.1606F, 0.1172F, 0.0385F},  // chrome in the main block
    {-0.0525F, 0.1026F, -0.0105F, -0.0396F},  // prose before the main block
    {-0.0052F, -0.0362F, 0.0030F, 0.0384F},  // prose after the main block
    {0.1032F, -0.0897F, -0.0140F, 0.0004F},  // main block in 1 line
    {0.0398F, -0.0028F, -0.0377F, 0.0007F},  // main block in 2 lines
    {-0.0125F, 0.0656F, -0.0539F, 0.0008F},  // main block in 3 lines
    {-0.0016F, -0.1907F, 0.0603F, 0.1320F},  // main block ended 1 line ago
    {-0.0014F, -0.0536F, -0.0096F, 0.0646F},  // main block ended 2 lines ago
    {-0.0014F, 0.0645F, -0.0283F, -0.0348F},  // main block ended 3 lines ago
    {-0.0417F, -0.0303F, 0.0718F, 0.0002F},  // main block's first
    {-0.0028F, 0.0662F, 0.0352F, -0.0986F},  // main block's last
    {0.0739F, -0.0247F, -0.0892F, 0.0400F},  // run
    {0.0339F, -0.1402F, 0.0337F, 0.0726F},  // run's words
    {0.0166F, -0.2754F, 0.1788F, 0.0800F},  // run's chrome
    {0.1076F, -0.2554F, 0.0137F, 0.1341F},  // run's tiny lines
    {0.0072F, 0.0410F, -0.0969F, 0.0486F},  // block above
    {0.2224F, -0.2772F, 0.0147F, 0.0401F},  // block below
    {0.0261F, -0.1399F, 0.0695F, 0.0442F},  // block around
    {0.0841F, 0.0341F, -0.0518F, -0.0664F},  // run so far
    {-0.0225F, 0.0562F, -0.1072F, 0.0735F},  // run to come
    {0.0004F, -0.1992F, 0.1495F, 0.0493F},  // run's chrome, block above
    {0.0586F, -0.0286F, -0.0296F, -0.0003F},  // short run, block above
    {0.0586F, -0.1328F, -0.0233F, 0.0975F},  // short run, block around
    {-0.0060F, 0.1140F, -0.0913F, -0.0168F},  // lines since a label
    {0.0250F, 0.1140F, -0.2061F, 0.0670F},  // no label yet
    {-0.0236F, 0.0712F, -0.0416F, -0.0060F},  // prose just below a label
    {-0.0284F, -0.0486F, 0.0446F, 0.0325F},  // chrome since prose
    {-0.0034F, -0.0163F, -0.0211F, 0.0408F},  // chrome to prose
    {-0.0421F, -0.3042F, 0.1910F, 0.1553F},  // chrome just above
    {0.0014F, -0.0218F, 0.0063F, 0.0141F},  // chrome up to the main block
    {0.0215F, 0.0956F, -0.0681F, -0.0490F},  // end mark since the main block
    {-0.0000F, -0.0577F, -0.0115F, 0.0692F},  // 3+ end marks since the main block
    {0.0258F, 0.0403F, -0.0724F, 0.0063F},  // no prose, end mark since the main block
    {0.0086F, 0.0144F, -0.0202F, -0.0029F},  // chrome down to the main block
    {0.1005F, -0.0366F, -0.0746F, 0.0107F},  // chrome before the main block
    {0.0543F, 0.0349F, -0.0909F, 0.0017F},  // 3+ chrome before the main block
    {0.0708F, -0.0922F, -0.0282F, 0.0497F},  // no prose, chrome before the main block
    {-0.0145F, 0.3800F, -0.2006F, -0.1649F},  // stems of the main block
    {0.0099F, 0.0521F, 0.0189F, -0.0810F},  // stems of the main block, prose
    {-0.1451F, 0.3103F, -0.0289F, -0.1363F},  // number of stems of the main block
    {0.0584F, 0.1900F, -0.4114F, 0.1630F},  // no stem of the main block
    {0.0230F, -0.5941F, 0.6275F, -0.0563F},  // no stem
    {-0.1376F, -0.0361F, 0.2399F, -0.0662F},  // stems of the lines above
    {-0.1654F, -0.0176F, 0.0569F, 0.1261F},  // stems of the lines below
    {0.0055F, -0.0938F, 0.0290F, 0.0593F},  // author's word
    {-0.0026F, -0.1375F, -0.0093F, 0.1494F},  // author's word and verb
};

inline constexpr float step[4][4] = {
    {0.0873F, -0.0994F, 0.0000F, 0.0000F},  // from before
    {0.0000F, 0.4968F, -0.4152F, -0.1060F},  // from body
    {0.0000F, -0.4152F, 0.3386F, 0.0000F},  // from inside
    {0.0000F, 0.0000F, 0.0000F, 0.1130F},  // from after
};

inline constexpr float least = -2.5F;

}  // namespace tenor::chrome_weights
