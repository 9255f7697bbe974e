#pragma once

#include "tenor/text/chrome_phrases.h"

/// The labels of news sites in languages other than English, as whole lines in small letters, parted by "|":
/// German, French, Spanish, Portuguese, Italian, Dutch, Polish, Turkish, Indonesian, Russian, Japanese,
/// Chinese and Korean.
namespace tenor::phrases {

inline constexpr List foreign_lines[] = {
    {"advertisement", R"(
anzeige|werbung|publicité|publicidad|publicidade|pubblicità|advertentie|advertenties|реклама|広告|
スポンサードリンク|スポンサーリンク|广告|廣告|광고|reklam|reklama|iklan|sponsorlu)"},
    {"related", R"(
mehr zum thema|weitere artikel|weitere beiträge|weitere beiträge zum thema|ähnliche artikel|ähnliche beiträge|
das könnte sie auch interessieren|das könnte dich auch interessieren|lesen sie auch|mehr lesen|weiterlesen|
meistgelesen|neueste artikel|verwandte artikel|auch interessant|
à lire aussi|lire aussi|lire la suite|articles similaires|articles liés|sur le même sujet|les plus lus|
voir aussi|en savoir plus|dernières actualités|
noticias relacionadas|artículos relacionados|relacionados|relacionadas|te puede interesar|
también te puede interesar|lee también|lea también|leer más|ver más|más leídas|más noticias|lo más leído|
últimas noticias|entradas recientes|te recomendamos|etiquetas|
leia também|leia mais|veja também|notícias relacionadas|artigos relacionados|posts relacionados|mais lidas|
últimas notícias|saiba mais|arquivos|categorias|
leggi anche|articoli correlati|potrebbe interessarti anche|leggi tutto|più letti|ultime notizie|
continua a leggere|
lees ook|lees meer|lees verder|gerelateerde artikelen|meest gelezen|
czytaj także|czytaj też|czytaj więcej|zobacz także|zobacz też|powiązane artykuły|najczęściej czytane|
ilgili haberler|son dakika|çok okunanlar|
baca juga|berita terkait|artikel terkait|terpopuler|terkini|lihat juga|selengkapnya|pos-pos terbaru|
читайте также|похожие статьи|похожие записи|похожие материалы|по теме|вам также может быть интересно|
вам может быть интересно|смотрите также|подробнее|последние новости|популярное|популярные статьи|
рекомендуем|рекомендуем почитать|читать далее|ещё по теме|еще по теме|свежие записи|метки|
関連記事|関連リンク|関連ニュース|おすすめ記事|人気記事|最新記事|最近の投稿|最近の記事|続きを読む|もっと見る|
あわせて読みたい|こちらもおすすめ|ランキング|アクセスランキング|タグ|
相关新闻|相关阅读|相关文章|相关推荐|推荐阅读|热门文章|最新文章|阅读更多|阅读原文|延伸阅读|標籤|标签|
관련기사|관련 기사|추천기사|인기기사|최신기사|최신 기사|많이 본 뉴스|많이 본 기사|더보기|더 보기|태그)"},
    {"share", R"(
teilen|drucken|empfehlen|twittern|folgen sie uns|partager|imprimer|partager cet article|suivez-nous|
compartir|síguenos|comparte|comparte esta noticia|compartir en|compartilhe|compartilhar|siga-nos|partilhar|
compartilhe isso|condividi|stampa|seguici|delen|deel dit artikel|afdrukken|udostępnij|drukuj|paylaş|yazdır|
bagikan|bagikan ini|cetak|поделиться|поделиться ссылкой|печать|распечатать|вконтакте|одноклассники|
シェア|シェアする|ツイート|ツイートする|印刷|フォローする|はてなブックマーク|
分享|分享到|打印|微信|微博|转发|공유|공유하기|인쇄|인쇄하기|카카오톡|트위터|페이스북)"},
    {"comments", R"(
kommentare|kommentar|kommentar schreiben|schreibe einen kommentar|antworten|antworten abbrechen|
kommentar hinterlassen|kommentar verfassen|commentaires|laisser un commentaire|répondre|réagir|
annuler la réponse|comentarios|comentar|deja un comentario|deja una respuesta|dejar un comentario|responder|
cancelar respuesta|comentários|deixe um comentário|deixe seu comentário|deixe uma resposta|cancelar resposta|
commenti|lascia un commento|rispondi|annulla risposta|reacties|reageer|geef een reactie|reactie annuleren|
komentarze|dodaj komentarz|odpowiedz|yorumlar|yorum yap|komentar|tinggalkan balasan|tinggalkan komentar|
balas|batalkan balasan|комментарии|комментировать|добавить комментарий|оставить комментарий|ответить|
отменить ответ|обсудить|нет комментариев|コメント|コメントする|コメントを残す|コメントを書く|返信|
コメントを投稿する|评论|发表评论|回复|发表回复|网友评论|留言|댓글|댓글쓰기|댓글 쓰기|답글|의견쓰기)"},
    {"subscription", R"(
anmelden|abonnieren|jetzt abonnieren|registrieren|newsletter abonnieren|einloggen|s'abonner|abonnez-vous|
se connecter|s'inscrire|je m'abonne|suscríbete|suscribirse|iniciar sesión|regístrate|registrarse|assine|
assinar|inscreva-se|cadastre-se|assine já|abbonati|accedi|registrati|iscriviti|inloggen|aanmelden|
zaloguj się|zaloguj|zarejestruj się|giriş yap|kayıt ol|abone ol|daftar|langganan|berlangganan|
подписаться|войти|вход|регистрация|подписка|ログイン|会員登録|メルマガ|新規登録|無料会員登録|
登录|注册|订阅|登入|登錄|로그인|회원가입|구독|구독하기|로그아웃)"},
    {"navigation", R"(
startseite|impressum|datenschutz|datenschutzerklärung|kontakt|über uns|agb|suche|suchen|menü|nach oben|zurück|
zurück zur übersicht|accueil|rechercher|recherche|mentions légales|qui sommes-nous|plan du site|haut de page|
nous contacter|inicio|portada|buscar|contacto|aviso legal|quiénes somos|política de privacidad|
política de cookies|contáctanos|acerca de|página inicial|início|buscar|busca|contato|quem somos|fale conosco|
expediente|voltar|pesquisar|política de privacidade|termos de uso|cerca|contatti|chi siamo|note legali|
redazione|zoeken|over ons|privacyverklaring|adverteren|strona główna|szukaj|o nas|polityka prywatności|
regulamin|ana sayfa|anasayfa|künye|iletişim|gizlilik politikası|hakkımızda|beranda|cari|tentang kami|
hubungi kami|kebijakan privasi|pedoman media siber|redaksi|главная|поиск|контакты|о нас|о проекте|о сайте|
карта сайта|меню|назад|наверх|вверх|политика конфиденциальности|обратная связь|рубрики|архив|архивы|
пользовательское соглашение|ホーム|トップ|トップページ|検索|お問い合わせ|会社概要|プライバシーポリシー|利用規約|
サイトマップ|メニュー|このサイトについて|ページトップへ|カテゴリー|カテゴリ|アーカイブ|運営会社|前へ|次へ|戻る|
首页|首頁|搜索|联系我们|关于我们|网站地图|隐私政策|返回顶部|返回首页|上一页|下一页|免责声明|版权声明|
홈|검색|메뉴|전체메뉴|회사소개|이용약관|개인정보처리방침|개인정보취급방침|광고문의|고객센터|청소년보호정책|
목록|뒤로가기|처음으로|이전|다음|기사제보|찾아오시는길)"},
    {"author", R"(
über den autor|über die autorin|à propos de l'auteur|l'auteur|sobre o autor|sobre a autora|sobre el autor|
sobre la autora|sull'autore|об авторе|この記事を書いた人|tentang penulis)"},
};

/// How a line of chrome begins.
inline constexpr List foreign_openings[] = {
    {"related", R"(
lesen sie auch:|mehr zum thema:|lire aussi :|lire aussi:|à lire aussi :|à lire aussi:|lea también:|
lee también:|te puede interesar:|leia também:|leia mais:|veja também:|leggi anche:|lees ook:|czytaj także:|
czytaj też:|baca juga:|читайте также:|смотрите также:|関連記事：|関連記事:|相关阅读：|相关新闻：|schlagwörter:|
étiquettes :|etiquetas:|tag:|теги:|метки:|タグ:|タグ：|标签：|标签:|태그:)"},
    {"legal", R"(
diese website verwendet cookies|wir verwenden cookies|ce site utilise des cookies|nous utilisons des cookies|
utilizamos cookies|este sitio utiliza cookies|este site usa cookies|usamos cookies|questo sito utilizza|
deze website gebruikt|этот сайт использует|мы используем cookie|当サイトは|本网站使用|무단전재)"},
    {"subscription", R"(
newsletter abonnieren|abonnez-vous|inscrivez-vous|suscríbete|inscreva-se|assine a|iscriviti alla|
подпишитесь|подписывайтесь)"},
    {"copyright", R"(
tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|
alle rechte vorbehalten|все права защищены|저작권자)"},
};

}  // namespace tenor::phrases
