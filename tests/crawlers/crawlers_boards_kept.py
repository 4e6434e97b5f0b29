# ruff: noqa: E501 -- markup keeps the lines of the software that writes it
"""Boards written down before the finder was tried on them, kept out of sight for a while, then worked with."""

from __future__ import annotations

import json
from datetime import timedelta

from crawlers_boards_odd import latest
from crawlers_boards_tables import each, layout
from crawlers_talks import Post, month


@layout("fr", "https://reseau.example/forum/topics/usine-d-emballage")
def network_french(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = f"<blockquote><cite>{p.quoted_name} a dit :</cite><div>{p.quoted}</div></blockquote>" if p.quoted else ""
        return f'''<dl class="discussion clear i0 xg_lightborder" data-comment-id="c:{p.number}"><dt class="byline"><a name="c_{p.number}"></a><span class="xg_avatar"><a class="fn url" href="/profile/u{p.number % 7}" title="{p.name}"><span class="table_img dy-avatar"><img src="a.png" alt=""></span></a></span>Réponse de <a href="/profile/u{p.number % 7}" class="fn url">{p.name}</a> le <span class="timestamp">{p.at.day} {month("fr", p.at)} {p.at.year} à {p.at:%H:%M}</span></dt><dd><div class="description" id="desc_{p.number}"><div class="xg_user_generated">{q}{p.html}</div></div></dd></dl>'''

    first = talk[0]
    return f"""<html lang="fr"><head><title>Usine d'emballage - Réseau</title></head><body><div class="xg_theme"><div id="xg_navigation"><ul><li><a href="/">Accueil</a></li><li><a href="/members">Membres</a></li></ul></div><div class="xg_column xg_span-16"><div class="xg_module xg_module_with_dialog"><div class="xg_headline xg_headline-img"><div class="tb"><h1>Usine d'emballage</h1><ul class="navigation byline"><li><a class="nolink">Publié(e) par </a><a href="/profile/u{first.number % 7}">{first.name}</a><a class="nolink"> le {first.at.day} {month("fr", first.at)} {first.at.year} à {first.at:%H:%M}</a></li></ul></div></div><div class="xg_module_body"><div class="discussion"><div class="description"><div class="xg_user_generated">{first.html}</div></div></div></div></div><div class="xg_module"><div class="xg_module_head"><p>Réponses à cette discussion</p></div><div class="xg_module_body" id="discussionReplies">{each(one, talk[1:])}</div></div></div><div class="xg_column xg_span-4"><div class="xg_module"><h2>Dernière activité</h2>{latest('<div class="feed-story"><a href="/profile/{name}" class="fn url">{name}</a> a répondu à <a href="/forum/topics/t{n}">{title}</a><div class="feed-event-timestamp">{n} février 2018</div></div>')}</div></div></div></body></html>"""


@layout("pl", "https://www.szafa.example/cgi-bin/yabb2/YaBB.pl?num=1551722700")
def yabb_polish(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = (
            f'<b>{p.quoted_name} napisał(a)</b> <a href="YaBB.pl?num=1/0#0">4. Mar 2019 o 18:05</a>:<br /><div class="quote">{p.quoted}</div><br />'
            if p.quoted
            else ""
        )
        e = (
            f'<span class="small">&#171; <i>Ostatnia zmiana: {(p.at + timedelta(days=2)).day}. {month("pl", p.at)} {p.at.year} o {p.at:%H:%M} przez {p.name}</i> &#187;</span>'
            if p.edited
            else ""
        )
        wind = "windowbg2" if p.place % 2 == 0 else "windowbg"
        return f'''<div class="displaycontainer"><table class="bordercolor" border="0" width="100%" cellpadding="4" cellspacing="1"><tr><td class="{wind}" valign="top" width="20%" rowspan="2"><a name="{p.place}"></a><b><a href="YaBB.pl?action=viewprofile;username=u{p.number % 7}" rel="nofollow">{p.name}</a></b><br /><span class="small">Stały bywalec<br />****<br />Offline<br /><br />Wiadomości: 214<br />Dołączył: {p.number % 7 + 1}. stycznia 2009<br />Płeć: męska</span></td><td class="{wind}" valign="top" height="10%"><div style="float:left"><b>{"Odp: " if p.place > 1 else ""}Pakownia</b><br /><span class="small"><b>Odpowiedź #{p.place - 1} - </b>{p.at.day}. {month("pl", p.at)} {p.at.year} o {p.at:%H:%M}</span></div><div style="float:right"><a href="YaBB.pl?action=post;num=1;quote={p.place}">Cytuj</a></div></td></tr><tr><td class="{wind}" valign="top"><div class="message">{q}{p.breaks}</div></td></tr><tr><td class="{wind}" valign="bottom"><span class="small"><a href="#top">Do góry</a></span></td><td class="{wind}">{e}<hr /><div class="small">Kto rano wstaje, temu Pan Bóg daje.</div></td></tr></table></div>'''

    return f"""<html lang="pl"><head><title>Pakownia nad rzeką</title></head><body><table class="windowbg"><tr><td>Witamy, <b>Gość</b>. Proszę <a href="YaBB.pl?action=login">zaloguj się</a></td></tr></table><div class="displaycontainer"><table class="bordercolor"><tr><td class="catbg">Strony: 1</td></tr><tr><td class="titlebg"><b>Pakownia nad rzeką</b> (Przeczytano 812 razy)</td></tr></table></div>{each(one, talk)}<div class="displaycontainer"><table class="bordercolor"><tr><td class="catbg">Strony: 1</td></tr></table></div><div>Szafa » Napędzane przez YaBB 2.5</div></body></html>"""


@layout("es", "http://www.antiguo.example/foro/ver.asp?id=90211")
def unclosed_spanish(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = f"<i>{p.quoted_name} dijo: {p.quoted}</i><br><br>" if p.quoted else ""
        return f"""<tr bgcolor=#{"eeeeee" if p.place % 2 else "dddddd"}><td valign=top width=150><font size=2><b>{p.name}</b><br><font size=1>Miembro desde: 0{p.number % 7 + 1}/01/2009<br>Mensajes: 214<br>Ciudad: Lugo<td valign=top><font size=1>Publicado: {p.at:%d/%m/%Y %H:%M}<hr size=1><font size=2>{q}{p.breaks}<p align=right><a href=responder.asp?id={p.number}>Responder</a>
"""

    return f"""<html lang=es><head><title>Foro: planta de empaque</title><body bgcolor=white><center><font face=Arial><b>El foro antiguo</b><p><a href=foro.asp>Temas</a> | <a href=buscar.asp>Buscar</a></center><table border=1 width=90% cellpadding=4><tr bgcolor=navy><td><font color=white>Autor<td><font color=white>Tema: Planta de empaque
{each(one, talk)}</table><p><font size=1>Hoy hay 3 usuarios leyendo. Software propio de 1999.</body></html>"""


@layout("ko", "https://gall.example/board/view/?id=work&no=90211")
def gallery_korean(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        return f'''<li id="comment_li_{p.number}" class="ub-content"><div class="cmt_info clear" data-no="{p.number}"><div class="cmt_nickbox"><span class="gall_writer ub-writer" data-nick="{p.name}" data-uid="u{p.number % 7}"><span class="nickname in" title="{p.name}(u{p.number % 7})"><em>{p.name}</em></span><a class="writer_nikcon"><img src="n.gif"></a></span></div><div class="clear cmt_txtbox btn_reply_write_all"><p class="usertxt ub-word">{p.breaks}</p></div><div class="fr clear"><span class="date_time">{p.at:%y.%m.%d %H:%M:%S}</span></div></div></li>'''

    first = talk[0]
    return f"""<html lang="ko"><head><title>강가 포장 공장 - 일 갤러리</title></head><body><div id="container"><section><header><div class="gallview_head clear ub-content"><h3 class="title ub-word"><span class="title_headtext">[질문]</span> <span class="title_subject">강가 포장 공장</span></h3><div class="gall_writer ub-writer" data-nick="{first.name}" data-uid="u3"><div class="fl"><span class="nickname in" title="{first.name}"><em>{first.name}</em></span><span class="gall_date" title="{first.at:%Y-%m-%d %H:%M:%S}">{first.at:%Y.%m.%d %H:%M:%S}</span></div><div class="fr"><span class="gall_count">조회 812</span><span class="gall_reply_num">추천 3</span></div></div></div></header><div class="gallview_contents"><div class="inner clear"><div class="writing_view_box"><div class="write_div">{first.html}</div></div></div></div></section><div class="comment_wrap"><div class="comment_count"><div class="fl num_box">전체 댓글 <em>{len(talk) - 1}</em>개</div></div><div class="comment_box"><ul class="cmt_list add">{each(one, talk[1:])}</ul></div></div><div class="gall_listwrap"><table class="gall_list"><tbody>{latest('<tr class="ub-content us-post" data-no="{n}"><td class="gall_num">{n}</td><td class="gall_tit ub-word"><a href="/board/view/?id=work&amp;no={n}">{title}</a></td><td class="gall_writer ub-writer" data-nick="{name}"><span class="nickname"><em>{name}</em></span></td><td class="gall_date" title="2018-02-{day} 10:00:00">18.02.{day}</td><td class="gall_count">12</td></tr>')}</tbody></table></div></div></body></html>"""


@layout("ja", "https://chie.example/qa/question_detail/q90211")
def questions_japanese(talk: list[Post]) -> str:
    first, rest = talk[0], talk[1:]

    def thing(p: Post) -> dict[str, object]:
        return {
            "@type": "Answer",
            "text": p.text,
            "dateCreated": f"{p.at:%Y-%m-%dT%H:%M:%S}+09:00",
            "author": {"@type": "Person", "name": p.name},
            "upvoteCount": 2,
        }

    told = {
        "@context": "https://schema.org",
        "@type": "QAPage",
        "mainEntity": {
            "@type": "Question",
            "name": "川沿いの梱包工場",
            "text": first.text,
            "answerCount": len(rest),
            "dateCreated": f"{first.at:%Y-%m-%dT%H:%M:%S}+09:00",
            "author": {"@type": "Person", "name": first.name},
            **({"acceptedAnswer": thing(rest[0])} if rest else {}),
            "suggestedAnswer": [thing(p) for p in rest[1:]],
        },
    }

    def one(p: Post) -> str:
        return f'<div class="ItemAnswer_x1"><div class="UserInfo_a"><a href="/user/{p.number}"><p class="Name_z">{p.name}さん</p></a><p class="Date_q">{p.at.year}/{p.at.month}/{p.at.day} {p.at:%H:%M}</p></div><h2 class="Text_t">{p.breaks}</h2><p class="Thanks">ナイス！2</p></div>'

    return f"""<html lang="ja"><head><title>川沿いの梱包工場 - 知恵</title><script type="application/ld+json">{json.dumps(told, ensure_ascii=False)}</script></head><body><header><a href="/">知恵</a></header><div class="ItemQuestion_x0"><div class="UserInfo_a"><a href="/user/{first.number}"><p class="Name_z">{first.name}さん</p></a><p class="Date_q">{first.at.year}/{first.at.month}/{first.at.day} {first.at:%H:%M}</p></div><h1 class="Text_t">{first.breaks}</h1><p class="Count_c">{len(rest)}回答</p></div><div class="Answers_w">{each(one, rest)}</div><aside><h2>あわせて知りたい</h2>{latest('<div class="Related_r"><a href="/qa/question_detail/q{n}">{title}</a><p class="Date_q">2018/2/{n} 10:00</p></div>')}</aside></body></html>"""


@layout("ro", "https://grup.example/discussion/view/90211/fabrica")
def group_romanian(talk: list[Post]) -> str:
    def block(p: Post) -> str:
        return f'''<div class="grp-image-block clearfix"><div class="grp-image"><div class="grp-avatar"><a href="/profile/u{p.number % 7}"><img src="a.png" alt="{p.name}"></a></div></div><div class="grp-body"><ul class="grp-menu"><li><a href="#">Apreciază</a></li></ul><div class="grp-listing-imprint"><span class="grp-listing-author">De <a href="/profile/u{p.number % 7}" class="grp-anchor"><span class="grp-anchor-label">{p.name}</span></a></span> <span class="grp-listing-time"><span class="icon"></span><time title="{p.at.day} {month("ro", p.at)} {p.at.year}, {p.at:%H:%M}" datetime="{p.at.isoformat()}">acum 7 ani</time></span></div><div class="grp-listing-content"><div class="grp-output">{p.html}</div></div></div></div>'''

    first = talk[0]
    items = "".join(f'<li id="object-{p.number}" class="grp-item grp-item-comment">{block(p)}</li>' for p in talk[1:])
    return f"""<html lang="ro"><head><title>Fabrica de ambalaje : Grup</title></head><body><div class="grp-page"><div class="grp-page-header"><a href="/">Grup</a></div><div class="grp-layout"><div class="grp-main"><h2 class="grp-heading">Fabrica de ambalaje</h2><div class="grp-full-view">{block(first)}</div><div class="grp-comments" id="comments"><h3>Răspunsuri</h3><ul class="grp-list">{items}</ul></div></div><div class="grp-sidebar"><h3>Ultimele comentarii</h3><ul class="grp-list">{latest('<li class="grp-item"><div class="grp-image-block"><div class="grp-body"><a href="/profile/{name}">{name}</a> la <a href="/discussion/view/{n}/x">{title}</a> <time datetime="2018-02-{day}T10:00:00+00:00">acum 8 ani</time><p>Câteva cuvinte despre {title}...</p></div></div></li>')}</ul></div></div></div></body></html>"""
