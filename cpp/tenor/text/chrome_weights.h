#pragma once

// Made by tools/train_chrome.py; do not edit.
// Data: chrome.jsonl.gz, SHA-256 of its contents
// b8547d578e3052f005f1888e947638b7d2cbcb8841e773e78fdb6b516eb21638, 93 pages of 82 sites. Cross-validated by
// site, without the rules of article.cpp: 90.1% of body lines kept, 93.0% of chrome lines removed.
namespace tenor::chrome_weights {

// clang-format off
inline constexpr float line[116] = {
    3.0374F,  // bias
    2.0883F,  // log words
    -0.2044F,  // 1 word
    1.0138F,  // 2-3 words
    1.2864F,  // 4-6 words
    0.6806F,  // 7-10 words
    -0.0378F,  // 11-16 words
    -0.5349F,  // 17-25 words
    0.0721F,  // 26-40 words
    1.5567F,  // 41+ words
    -0.7950F,  // cjk
    1.8986F,  // cjk length
    0.7141F,  // prose
    0.6327F,  // ends sentence
    0.1669F,  // ends sentence, 7+ words
    1.1990F,  // ends sentence, 17+ words
    -0.2000F,  // no end, 17+ words
    -0.4689F,  // ends in ?
    -3.1324F,  // ends in ...
    1.8682F,  // ends in : or ,
    -0.2941F,  // 1 stop inside
    -0.6023F,  // 2+ stops inside
    0.7259F,  // commas
    -1.6305F,  // capital words
    0.5227F,  // capital words, 4+ words
    0.0536F,  // all capitals
    -3.0791F,  // digits
    -0.6494F,  // marks
    1.2248F,  // opens quotation
    0.1477F,  // opens with digit
    -0.8901F,  // opens in small letters
    0.6255F,  // opens with mark
    0.7327F,  // address
    0.2087F,  // stroke
    0.9256F,  // function words
    0.5685F,  // no function word, 4+ words
    -0.0482F,  // verbs
    0.1898F,  // 2+ verbs
    -0.6972F,  // you
    1.2207F,  // you, under 26 words
    -0.0924F,  // we
    -2.4795F,  // web words
    0.2313F,  // 1 web word
    -0.6269F,  // 2+ web words
    -0.8182F,  // advertisement
    -1.1769F,  // share
    -2.4315F,  // subscription
    -0.1879F,  // donation
    -3.7177F,  // related
    -0.5102F,  // comments
    -1.4570F,  // navigation
    -1.6537F,  // copyright
    -0.4512F,  // legal
    -0.1812F,  // contact
    -0.4252F,  // credit
    -1.4835F,  // media
    -1.0902F,  // separator
    -2.3852F,  // date
    -1.8182F,  // byline
    -3.1287F,  // caption
    -0.3001F,  // repeated
    -0.0660F,  // -3 prose
    -1.0561F,  // -3 chrome
    1.3421F,  // -3 words
    -0.8718F,  // -3 none
    -0.1312F,  // -3 date or byline
    0.3490F,  // -3 same opening
    0.1393F,  // -2 prose
    -0.9358F,  // -2 chrome
    1.1995F,  // -2 words
    0.1773F,  // -2 none
    -0.0130F,  // -2 date or byline
    0.0213F,  // -2 same opening
    0.6109F,  // -1 prose
    -0.9086F,  // -1 chrome
    0.9928F,  // -1 words
    1.0262F,  // -1 none
    -1.2753F,  // -1 date or byline
    0.4800F,  // -1 same opening
    0.1806F,  // +1 prose
    -0.6079F,  // +1 chrome
    1.8028F,  // +1 words
    0.9151F,  // +1 none
    -1.5562F,  // +1 date or byline
    0.4780F,  // +1 same opening
    0.4690F,  // +2 prose
    -0.9010F,  // +2 chrome
    -0.4962F,  // +2 words
    0.4053F,  // +2 none
    -1.1620F,  // +2 date or byline
    0.0625F,  // +2 same opening
    0.0769F,  // +3 prose
    -0.4745F,  // +3 chrome
    0.3597F,  // +3 words
    -0.2554F,  // +3 none
    -1.4978F,  // +3 date or byline
    -0.0223F,  // +3 same opening
    1.0449F,  // -1 ends in :
    1.8015F,  // prose within 5
    2.3265F,  // prose within 12
    -1.0318F,  // prose letters within 5
    -0.6990F,  // lines since prose
    -1.7413F,  // lines to prose
    -0.1589F,  // prose above and below
    3.8110F,  // gap between prose
    -1.6755F,  // labels within 12
    -0.7210F,  // labels before
    0.9819F,  // prose before
    -3.9379F,  // no prose before
    -2.3077F,  // no prose after
    -1.8222F,  // place
    -7.4345F,  // lines of page
    -2.0629F,  // prose of page
    -2.8227F,  // comments before
    -2.2208F,  // related before
    -1.3903F,  // copyright before
};

inline constexpr float context[89] = {
    2.7589F,  // bias
    1.2999F,  // log words
    -0.9638F,  // 1 word
    0.5206F,  // 2-3 words
    1.2519F,  // 4-6 words
    0.6522F,  // 7-10 words
    -0.0689F,  // 11-16 words
    -0.5297F,  // 17-25 words
    -0.0046F,  // 26-40 words
    1.3427F,  // 41+ words
    -0.1914F,  // cjk
    1.0360F,  // cjk length
    0.6233F,  // prose
    -0.1053F,  // ends sentence
    -0.0891F,  // ends sentence, 7+ words
    1.1744F,  // ends sentence, 17+ words
    -0.4257F,  // no end, 17+ words
    -0.5612F,  // ends in ?
    -2.7470F,  // ends in ...
    1.3210F,  // ends in : or ,
    -0.2618F,  // 1 stop inside
    -0.3475F,  // 2+ stops inside
    1.0334F,  // commas
    -1.4163F,  // capital words
    0.3603F,  // capital words, 4+ words
    -0.1417F,  // all capitals
    -2.4247F,  // digits
    -0.8543F,  // marks
    0.9449F,  // opens quotation
    0.0486F,  // opens with digit
    -1.2835F,  // opens in small letters
    0.2185F,  // opens with mark
    1.8085F,  // address
    -0.2160F,  // stroke
    1.0850F,  // function words
    0.4719F,  // no function word, 4+ words
    -0.0246F,  // verbs
    0.1514F,  // 2+ verbs
    -0.1787F,  // you
    0.8580F,  // you, under 26 words
    -0.2255F,  // we
    -2.1785F,  // web words
    0.0058F,  // 1 web word
    -1.1104F,  // 2+ web words
    -0.1995F,  // advertisement
    -0.5599F,  // share
    -1.2114F,  // subscription
    -0.0515F,  // donation
    -2.1372F,  // related
    -0.1383F,  // comments
    -0.7655F,  // navigation
    -1.0597F,  // copyright
    -0.3084F,  // legal
    -0.1227F,  // contact
    0.0752F,  // credit
    -0.3880F,  // media
    -0.3665F,  // separator
    -2.1179F,  // date
    -1.0452F,  // byline
    -2.7407F,  // caption
    -0.2562F,  // repeated
    -1.1143F,  // score
    -0.9159F,  // score above
    0.5285F,  // score at -3
    0.7618F,  // score at -2
    1.1024F,  // score at -1
    1.2196F,  // score at +1
    0.5550F,  // score at +2
    0.3742F,  // score at +3
    -0.3829F,  // mean score within 4 before
    -0.9148F,  // mean score within 4 after
    0.9753F,  // mean score within 12 before
    0.4438F,  // mean score within 12 after
    1.3500F,  // topic
    0.1919F,  // off topic, 4+ stems
    -0.6969F,  // topic, before the run
    1.4663F,  // in the main run
    0.5270F,  // short, in the main run
    1.8546F,  // sentence, in the main run
    -2.0105F,  // chrome, in the main run
    -1.7664F,  // lines before the main run
    0.8217F,  // lines after the main run
    -0.5826F,  // before the main run
    1.1253F,  // after the main run
    -0.4582F,  // lines into the main run
    -2.5999F,  // lines left of the main run
    -2.8410F,  // prose before
    -2.0140F,  // lines of page
    -1.5182F,  // comments before
};
// clang-format on

}  // namespace tenor::chrome_weights
