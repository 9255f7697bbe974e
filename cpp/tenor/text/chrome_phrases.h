#pragma once

#include <string_view>

/// What news sites say everywhere around an article, in small letters and parted by "|". No site, place or
/// person is named: a phrase that one site alone uses does not belong here.
namespace tenor::phrases {

struct List {
  std::string_view reason, words;
};

/// Whole lines, without the marks at either end.
inline constexpr List whole_lines[] = {
    {"advertisement", R"(
advertisement|advertisements|advertisement advertisement|ad|ads|advert|adverts|advertising|
sponsored|sponsored content|sponsored links|promoted|promoted content|paid content|
partner content|story continues below|story continued below|story continues below advertisement|
continue reading below|continue reading the main story|article continues below|
article continues after advertisement|supported by|sponsored by|scroll to continue|
advertisement - scroll to continue|remove ads|from our partners|
advertise here|skip ad|click to skip ad|skip advertisement|report this ad|why this ad)"},
    {"share", R"(
share|tweet|email|e-mail|print|facebook|twitter|whatsapp|pinterest|linkedin|reddit|telegram|
instagram|youtube|flipboard|tumblr|google+|google plus|tiktok|mastodon|bluesky|copy link|
copy url|link copied|share this|share this article|share this story|like this|sharing is caring|
save|bookmark|follow us|follow|social|share article|share via email|x|facebook twitter|
facebook twitter email|gift article|
shares|get the app|follow on|print article|share on facebook|share on twitter)"},
    {"subscription", R"(
subscribe|newsletter|newsletters|sign up|subscribe now|log in|login|log out|sign in|sign out|
register|subscriptions|newsletter sign-up|newsletter signup|my account|join now|email address|
your email|e-mail address|create account|subscribe today)"},
    {"donation", R"(
donate|donate now|donate today|support us|contribute|make a donation)"},
    {"related", R"(
related|related articles|related stories|related news|related content|related topics|
related links|related posts|related coverage|read more|read also|read next|see also|more|
more on this|more on this story|more news|more stories|recommended|recommended for you|
most read|most popular|most viewed|trending|trending now|trending news|popular|latest news|
latest|latest stories|top stories|top news|breaking news|headlines|you may also like|
you might also like|you may like|don't miss|editor's picks|editors' picks|recent posts|
popular posts|also read|in this story|topics|tags|next article|previous article|previous post|
next post|previous|next|up next|what to read next|must read|must reads|also on|around the web|
from the web|in other news|more like this|keep reading|continue reading|show more|load more|
view all|see all|see more|view more|read the full story|related tags|explore more|
related post|related video|related videos|explore further|next up|on our radar|read full article|
in this article|more great stories|what others are reading|people also read|recent stories|read later|
back to gallery|more coverage|further reading|recent comments|most commented|most shared|featured|
featured stories|featured articles|editor's choice|don't miss it|you may have missed|more headlines)"},
    {"comments", R"(
comments|comment|leave a comment|leave a reply|post a comment|reply|show comments|hide comments|
view comments|join the conversation|add a comment|cancel reply|0 comments|1 comment|no comments|
load comments|leave a reply cancel reply|post comment|
leave comment|write a comment|like this article?|like this story?|what do you think?|your name|
your comment|report comment|share your thoughts|tell us what you think)"},
    {"navigation", R"(
home|menu|main menu|search|skip to content|skip to main content|skip to navigation|sections|
contact|contact us|about|about us|privacy|privacy policy|terms of use|terms of service|
terms and conditions|terms & conditions|terms|sitemap|site map|help|faq|faqs|careers|advertise|
advertise with us|jobs|rss|back to top|close|navigation|toggle navigation|news|sport|sports|
world|politics|business|opinion|entertainment|lifestyle|technology|tech|science|health|culture|
weather|travel|arts|books|music|podcasts|podcast|archive|archives|categories|accessibility|
uncategorized|cookie policy|cookies|editorial guidelines|corrections|our team|staff|mobile apps|
apps|shop|store|events|magazine|editorials|letters|obituaries|classifieds|crossword|puzzles|
games|live|live tv|tv|radio|watch live|e-paper|epaper|cancel|submit|ok|yes|no|back|go back|
click here|learn more|
search for:|blogroll|entries rss|comments rss|meta|expand|hide|more options|get in touch|
stay connected|thank you|report a typo|report error|i accept|accept|got it|i agree)"},
    {"media", R"(
photo|photos|video|videos|play|play video|watch|watch video|listen|loading|gallery|
photo gallery|slideshow|image|images|now playing|autoplay|mute|unmute|pause|enlarge this image|
toggle caption|hide caption|view image|view gallery|pullquote|fullscreen|listen to article|
listen to this article|media playback is unsupported on your device|
show caption|image gallery|view pdf|listen to this story|caption|full screen|view slideshow)"},
    {"author", R"(
about the author|about the authors|about the writer|more from this author|view all posts)"},
};

/// How a line of chrome begins.
inline constexpr List openings[] = {
    {"advertisement", R"(
advertisement|story continues below|continue reading below|sponsored:)"},
    {"subscription", R"(
sign up for|sign up to|sign up now|sign up here|sign up today|subscribe to|subscribe now|
subscribe for|subscribe today|subscribe here|click here to subscribe|click here to sign up|
get the latest|get all the latest|get breaking news|get our|get notified|get updates|
download our app|download the app|enter your email|enter your e-mail|never miss|stay up to date|
stay up-to-date|stay informed|stay connected|stay tuned to|already a subscriber|
already have an account|already registered|not a subscriber|become a member|become a subscriber|
thanks for signing up|thank you for signing up|thank you for subscribing|
this article is for subscribers|
get the day's|sign up and|for more newsletters)"},
    {"related", R"(
click here for more|related:|related article|related stor|related coverage|related topics|
related links|read more|read also|read next|read:|also read|see also|see more:|more:|more on:|
more from|more stories|more news|recommended:|don't miss:|must read:|trending:|you may also|
you might also|in case you missed|most read|view all|see all|show more|load more|browse all|
read the full|read the original|click here to read|continue reading|tags:|topics:|filed under|
filed in|categories:|category:|posted in|keywords:|next article|previous article|next post|
previous post|next:|previous:|explore more|go deeper|
more great |read our full|explore further|for more news|find out more|learn more about)"},
    {"donation", R"(
donate to|make a donation|support our|support us|support independent|support quality|
help us keep|please consider)"},
    {"share", R"(
share this|share on|share via|share to|tweet this|follow us|follow @|follow our|like us on|
find us on|join us on|click to share|email this|print this|connect with us|- follow |
follow him on|follow her on|follow them on|follow me on|like what you|like this story?|like this article?|
share your thoughts|share it with)"},
    {"comments", R"(
leave a comment|leave a reply|comments are|comments (|view comments|read comments|
join the discussion|have your say|you must be logged in|you must log in|log in to|login to|
your email address will not|required fields are|notify me of|save my name|
tell us what you|what do you think|as you comment|let us know what)"},
    {"copyright", R"(
©|copyright|(c) 20|all rights reserved|all content ©|
this document is subject to copyright|this material may not)"},
    {"legal", R"(
we use cookies|this site uses|this website uses|our website uses|by clicking|by continuing|
by signing up|by subscribing|by submitting|by using this|by registering|accept all|
accept cookies|manage consent|manage preferences|do not sell|privacy policy|terms of service|
terms of use|cookie policy|this site is protected|the opinions expressed|opinions expressed|
the views expressed|views expressed|disclaimer:)"},
    {"navigation", R"(
skip to|back to top|toggle )"},
    {"contact", R"(
contact us|email us|got a tip|got a news tip|have a tip|send us|write to us|tel:|phone:|fax:|
email:|e-mail:|
email him at|email her at|reach him at|reach her at|write to him|he can be reached|she can be reached|
they can be reached|contact the author|contact the writer|contact the reporter)"},
    {"credit", R"(
reporting by|(reporting by|additional reporting|(additional reporting|editing by|(editing by|
writing by|(writing by|compiled by|with files from|(with inputs from|with inputs from|source:|
sources:|this article was originally|this story was originally|this article originally|
this article is more than|this post was originally)"},
    {"media", R"(
enlarge this image|slideshow (|play video|watch video|listen to|your browser does not|
this slideshow requires|please enable javascript|javascript is|
image 1 of|photo 1 of|slide 1 of)"},
    {"author", R"(
about the author|all posts by)"},
};

/// What a short line of chrome holds somewhere.
inline constexpr List inside[] = {
    {"copyright", R"(
all rights reserved|may not be published, broadcast|without permission)"},
    {"subscription", R"(
mailing list|our newsletter|daily newsletter|newsletter sign|free newsletter|newsletter|
subscribe to our|to your inbox|in your inbox)"},
    {"donation", R"(
charitable donation|make a donation|consider donating|support our journalism|
independent journalism|tax-deductible)"},
    {"credit", R"(
contributed to this report|contributed to this story|contributed to this article|
contributed reporting)"},
    {"share", R"(
opens in new window|on facebook and twitter|us on facebook|us on twitter)"},
    {"advertisement", R"(
story continues below|story continued below)"},
    {"legal", R"(
privacy policy|uses cookies|terms of service)"},
};

/// How a caption begins.
inline constexpr std::string_view caption_openings = R"(
photo:|photo by|photo credit|photo courtesy|photos by|photos:|photograph by|image:|image credit|
image copyright|image source|image caption|picture:|pictured:|pictured above|file photo|file -|
file –|file —|file image|credit:|cover image|cover photo|illustration by|illustration:|above:|
caption:|(photo|(image|(ap photo|media caption|photo illustration|video caption)";

/// A credit, which stands before the end of its line: "(Image: Getty)".
inline constexpr std::string_view caption_credits = R"(
(photo by|(image:|(photo:|[file:|via ap|via getty|via reuters|via afp|pool photo|pool via|
photo credit|image credit|image courtesy|photo courtesy|photo/|credit...|/epa|photograph:|
(picture:|(credit:|getty images|ap photo)";

/// The very end of a caption.
inline constexpr std::string_view caption_endings = R"(
/ap)|/reuters)|/afp)|photo)|(reuters)|(ap)|(afp)|[reuters]|[ap]|[afp]|/getty|file photo|
shutterstock|/reuters)";

/// How a byline begins; names must follow.
inline constexpr std::string_view byline_openings[] = {
    "by ",      "by: ",      "by\xC2\xA0",   "written by ",   "posted by ",   "story by ",
    "author: ", "words by ", "analysis by ", "published by ", "submitted by "};

/// Nouns that papers, agencies and stations are called by.
inline constexpr std::string_view outlet_nouns = R"(
news|times|post|press|tv|agency|daily|tribune|herald|journal|gazette|guardian|telegraph|observer|chronicle|
standard|mail|radio|broadcasting|wire|weekly|review|magazine|today|network|media|bulletin|reporter|mirror|
express|sentinel|courier|star|independent|sun|globe|examiner|dispatch|inquirer|register|newswire|channel)";
inline constexpr std::string_view agencies = R"(
reuters|ap|afp|tass|xinhua|upi|dpa|ansa|bbc|cnn|npr|pbs|efe|interfax|bloomberg|com|org|net)";

/// The words that sentences are built with; a menu has few of them.
inline constexpr std::string_view function_words = R"(
the|of|a|an|to|and|in|that|for|it|with|as|on|at|by|from|he|she|his|her|they|their|this|which|who|but|not|or|
into|after|than|its|when|while|because|also|if)";
inline constexpr std::string_view verbs = R"(
is|was|are|were|be|been|has|have|had|will|would|could|should|can|may|said|says|did|does|do|told|made|went)";
inline constexpr std::string_view web_words = R"(
account|password|username|login|logout|browser|javascript|cookie|cookies|website|site|homepage|click|tap|
scroll|download|install|app|apps|ios|android|subscribe|subscriber|subscribers|subscription|subscriptions|
newsletter|newsletters|inbox|unsubscribe|email|e-mail|mailing|register|registered|registration|sign|signup|
log|membership|premium|discount|coupon|shop|cart|checkout|shipping|advertise|advertisement|advertising|
sponsored|promoted|comment|comments|commenting|reply|replies|moderated|guidelines|abuse|likes|views|follow|
followers|share|shares|tweet|tweets|retweet|facebook|twitter|instagram|pinterest|linkedin|youtube|whatsapp|
telegram|reddit|rss|feed|podcast|podcasts|privacy|policy|terms|conditions|disclaimer|copyright|reserved|
permission|licensed|trademark|trademarks|powered|designed|hosted|sitemap|archive|archives|category|categories|
tags|tagged|posts|posted|gallery|slideshow|photos|videos|watch|listen|related|trending|popular|recommended|
latest|previous|next|menu|search|home|contact|careers|faq|donate|donation|affiliate|loading|free|join)";
/// Those who write and make the news: a line about one of them is a note on the author.
inline constexpr std::string_view author_words = R"(
reporter|editor|writer|journalist|columnist|correspondent|contributor|blogger|author|producer|photographer|
freelance|freelancer|staff)";
inline constexpr std::string_view you_words = "you|your|yours|yourself";
inline constexpr std::string_view we_words = "we|our|us|my|i|me";

}  // namespace tenor::phrases
