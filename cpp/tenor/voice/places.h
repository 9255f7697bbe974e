#pragma once

#include <string_view>

namespace tenor {

// Names of places that newspapers often give as who acts or speaks, folded: countries, parts of the world,
// capitals and other large cities, the states of the United States. No "he" or "she" is one of them.
inline constexpr std::string_view place_list = R"(
afghanistan; albania; algeria; andorra; angola; argentina; armenia; australia; austria; azerbaijan;
bahamas; bahrain; bangladesh; barbados; belarus; belgium; belize; benin; bhutan; bolivia; bosnia; botswana;
brazil; britain; great britain; brunei; bulgaria; burkina faso; burma; burundi; cambodia; cameroon; canada;
cape verde; chad; chile; china; colombia; congo; costa rica; croatia; cuba; cyprus; northern cyprus;
czechia; denmark; djibouti; dominica; east timor; ecuador; egypt; el salvador; england; eritrea; estonia;
eswatini; ethiopia; fiji; finland; france; gabon; gambia; georgia; germany; ghana; greece; greenland;
grenada; guatemala; guinea; guyana; haiti; holland; honduras; hong kong; hungary; iceland; india; indonesia;
iran; iraq; ireland; northern ireland; israel; italy; ivory coast; jamaica; japan; jordan; kazakhstan;
kenya; kiribati; korea; north korea; south korea; kosovo; kuwait; kyrgyzstan; laos; latvia; lebanon;
lesotho; liberia; libya; liechtenstein; lithuania; luxembourg; macau; macedonia; north macedonia;
madagascar; malawi; malaysia; maldives; mali; malta; mauritania; mauritius; mexico; moldova; monaco;
mongolia; montenegro; morocco; mozambique; myanmar; namibia; nauru; nepal; netherlands; new guinea; papua
new guinea; new zealand; nicaragua; niger; nigeria; norway; oman; pakistan; palau; palestine; panama;
paraguay; peru; philippines; poland; portugal; puerto rico; qatar; romania; russia; rwanda; saint lucia;
samoa; san marino; saudi arabia; scotland; senegal; serbia; seychelles; sierra leone; singapore; slovakia;
slovenia; somalia; somaliland; south africa; spain; sri lanka; sudan; south sudan; suriname; sweden;
switzerland; syria; taiwan; tajikistan; tanzania; thailand; tibet; togo; tonga; trinidad; tunisia; turkey;
türkiye; turkmenistan; tuvalu; uganda; ukraine; uruguay; uzbekistan; vanuatu; venezuela; vietnam; wales;
yemen; zambia; zimbabwe; u.s; us; usa; u.k; uk; uae; eu; america; north america; south america; latin
america; central america; africa; north africa; west africa; east africa; europe; eastern europe; western
europe; asia; central asia; southeast asia; middle east; west bank; gaza; crimea; kashmir; kurdistan;
catalonia; chechnya; donbas; donetsk; luhansk; golan heights; balkans; caucasus; siberia; sicily; bavaria;
quebec; ontario; british columbia; alberta; queensland; new south wales; tasmania; western australia; south
australia; mindanao; punjab; xinjiang; darfur; tigray; alabama; alaska; arizona; arkansas; california;
southern california; northern california; colorado; connecticut; delaware; florida; hawaii; idaho; illinois;
indiana; iowa; kansas; kentucky; louisiana; maine; maryland; massachusetts; michigan; minnesota;
mississippi; missouri; montana; nebraska; nevada; new hampshire; new jersey; new mexico; new york; north
carolina; north dakota; ohio; oklahoma; oregon; pennsylvania; rhode island; south carolina; south dakota;
tennessee; texas; utah; vermont; virginia; west virginia; wisconsin; wyoming; abu dhabi; abuja; addis ababa;
algiers; amman; amsterdam; ankara; athens; atlanta; auckland; baghdad; baltimore; bangkok; barcelona;
beijing; beirut; belfast; belgrade; berlin; bogota; boston; brasilia; bratislava; brussels; bucharest;
budapest; buenos aires; cairo; canberra; cape town; caracas; chicago; cleveland; copenhagen; dakar; dallas;
damascus; delhi; new delhi; denver; detroit; dhaka; doha; dubai; dublin; edinburgh; frankfurt; geneva;
glasgow; guantanamo bay; hamburg; hanoi; harare; havana; helsinki; hiroshima; houston; islamabad; istanbul;
jakarta; jerusalem; johannesburg; kabul; kampala; karachi; kathmandu; khartoum; kiev; kyiv; kharkiv; odesa;
kinshasa; kuala lumpur; lagos; las vegas; lima; lisbon; liverpool; london; los angeles; madrid; manchester;
manila; melbourne; miami; milan; minneapolis; minsk; mogadishu; montreal; moscow; mosul; mumbai; munich;
nairobi; nanjing; new orleans; oslo; ottawa; paris; perth; philadelphia; phoenix; pittsburgh; portland;
prague; pretoria; pyongyang; rio de janeiro; riyadh; rome; san diego; san francisco; sao paulo; sarajevo;
seattle; seoul; shanghai; sofia; st petersburg; st louis; stockholm; sydney; taipei; tallinn; tbilisi;
tehran; tel aviv; tokyo; toronto; tripoli; tunis; ulaanbaatar; vancouver; vatican; vienna; vilnius; warsaw;
washington; wellington; wuhan; yerevan; zagreb; zurich
)";

}  // namespace tenor
