# ruff: noqa: E501 -- markup keeps the lines of the software that writes it
"""Boards written down before the finder was tried on them: dates in odd places, chats, feet, tags nobody closed."""

from __future__ import annotations

import json
from datetime import timedelta

from crawlers_boards_tables import each, layout
from crawlers_talks import Post, month

SIDE = [("Rooms in the hills", "joe1"), ("Bus at night", "ann2"), ("Lost papers", "kim3"), ("New canteen", "leo4")]


def latest(row: str) -> str:
    """What stands beside a talk: the latest topics, with their members and days."""
    return "".join(row.format(n=n, title=title, name=name, day=f"{n:02d}") for n, (title, name) in enumerate(SIDE, 1))


@layout("en", "https://www.bb.example/ubbthreads.php/topics/90211/packing-place")
def ubb_threads(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = (
            f'<div class="ubbcode-block"><div class="ubbcode-header">Originally Posted By: {p.quoted_name}</div><div class="ubbcode-body">{p.quoted}</div></div>'
            if p.quoted
            else ""
        )
        e = (
            f'<br /><span class="small"><em>Edited by {p.name} (<span class="date">{p.at + timedelta(days=2):%m/%d/%y}</span> <span class="time">{p.at:%I:%M %p}</span>)</em></span>'
            if p.edited
            else ""
        )
        return f"""<table width="100%" class="t_outer" cellpadding="0" cellspacing="0"><tr><td><table width="100%" class="t_inner" cellpadding="0" cellspacing="1"><tr><td class="subjecttable" colspan="2"><span class="fblock"><span class="post-buttons"><a href="/ubbthreads.php?ubb=newreply&amp;Number={p.number}" rel="nofollow">Reply</a></span></span><span id="subject{p.place}"><b>{"Re: " if p.place > 1 else ""}Packing place</b></span> <span class="small">[<a href="/ubbthreads.php/posts/{p.number - 13}">Re: {p.quoted_name or "Lena"}</a>]</span> <span class="nw"><a href="/ubbthreads.php/posts/{p.number}" id="number{p.number}">#{p.number}</a></span> - <span class="date">{p.at:%m/%d/%y}</span> <span class="time">{p.at:%I:%M %p}</span></td></tr>
<tr><td valign="top" class="author-content alvt"><div class="bold author-name"><a href="/ubbthreads.php/users/{p.number % 7}/x"><span class="username">{p.name}</span></a></div><div>addict</div><div>Registered: <span class="date">0{p.number % 7 + 1}/26/09</span></div><div>Posts: 214</div><div>Loc: Leeds</div></td><td class="post-content" valign="top"><div class="post_inner"><div id="body{p.place}">{q}{p.breaks}{e}</div></div><div class="signature">_________________________<br />Be kind, always.</div></td></tr></table></td></tr></table>"""

    ad = '<table width="100%" class="t_outer"><tr><td><table class="t_inner"><tr><td class="alt-1" align="center">Half price boots, this week only, free delivery on all orders over 30.</td></tr></table></td></tr></table>'
    rows = [one(p) for p in talk]
    return f"""<html lang="en"><head><title>Packing place - BB</title></head><body><table class="t_outer"><tr><td><a href="/ubbthreads.php/forums/3">Work</a></td></tr></table>{rows[0]}{ad}{"".join(rows[1:])}<table class="t_outer"><tr><td><table class="t_inner"><tr><td class="category">Latest Topics</td></tr>{latest('<tr><td class="alt-1"><a href="/ubbthreads.php/topics/{n}">{title}</a> by <a href="/ubbthreads.php/users/{n}/x">{name}</a> <span class="date">02/{day}/18</span> <span class="time">10:00 AM</span></td></tr>')}</table></td></tr></table></body></html>"""


@layout("pt", "https://www.guj.example/posts/list/90211.java")
def jforum_portuguese(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = f"<blockquote><div><cite>{p.quoted_name} escreveu:</cite>{p.quoted}</div></blockquote>" if p.quoted else ""
        e = (
            f'<br /><p class="gensmall"><i>Esta mensagem foi editada 1 vez. Última atualização {p.at + timedelta(days=2):%d/%m/%Y %H:%M:%S}</i></p>'
            if p.edited
            else ""
        )
        return f"""<tr><td colspan="2"><a name="{p.number}"></a></td></tr><tr><td class="row1" width="20%" valign="top"><span class="nav"><span class="genmed"><b><a href="/user/profile/{p.number % 7}.java">{p.name}</a></b></span><br /><span class="gensmall">JavaChild<br /><br />Membro desde: 0{p.number % 7 + 1}/01/2009 10:2{p.number % 7}:33<br />Mensagens: 214<br />Offline</span></span></td><td class="row1" valign="top"><table width="100%"><tr><td width="100%"><span class="postdetails"><a href="/posts/list/90211.java#{p.number}"><img src="icon.gif" alt="[Post New]" /></a>{p.at:%d/%m/%Y %H:%M:%S} <b>Assunto:</b>{"Re:" if p.place > 1 else ""}Fábrica</span></td></tr><tr><td><hr /></td></tr><tr><td valign="top"><span id="post_text_{p.number}" class="postbody">{q}{p.breaks}</span>{e}</td></tr><tr><td><hr size="1" /><span class="gensmall">Quem espera sempre alcança.</span></td></tr></table></td></tr><tr><td class="row1"><a href="#top">voltar ao topo</a></td><td class="row1"><a href="/user/profile/3.java">[Perfil]</a> <a href="/pm/sendTo/3.java">[MP]</a></td></tr><tr><td class="spacerow" colspan="2" height="1"></td></tr>"""

    return f"""<html lang="pt-BR"><head><title>Fábrica</title></head><body class="bodyline"><table width="100%"><tr><td><span class="mainmenu"><a href="/members.java">Membros</a></span></td></tr></table><h1 class="maintitle">Fábrica de embalagens</h1><table class="forumline" width="100%" cellspacing="1" cellpadding="3"><tr><th class="thleft">Autor</th><th class="thright">Mensagem</th></tr>{each(one, talk)}</table><table><tr><td>Ir para: <select><option>Emprego</option></select></td></tr></table></body></html>"""


@layout("ru", "https://tg.example/s/packing_talk")
def messenger_preview_russian(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = (
            f'<a class="widget_message_reply" href="https://tg.example/packing_talk/{p.number - 13}"><div class="message_reply_author"><span dir="auto">{p.quoted_name}</span></div><div class="message_reply_text">{p.quoted[:40]}</div></a>'
            if p.quoted
            else ""
        )
        return f'''<div class="widget_message_wrap js-widget_message_wrap"><div class="widget_message text_wrap js-widget_message" data-post="packing_talk/{p.number}" data-view="eyJjIjotMTAw"><div class="widget_message_user"><a href="https://tg.example/id{p.number % 7}"><i class="widget_message_user_photo bgcolor3"><b>{p.name[0]}</b></i></a></div><div class="widget_message_bubble"><i class="bubble_tail"></i><div class="message_author accent_color"><a class="message_owner_name" href="https://tg.example/id{p.number % 7}"><span dir="auto">{p.name}</span></a></div>{q}<div class="message_text js-message_text" dir="auto">{p.breaks}</div><div class="message_footer compact js-message_footer"><div class="message_info short js-message_info"><span class="message_views">1.2K</span><span class="copyonly"> views</span><span class="message_meta"><a class="message_date" href="https://tg.example/packing_talk/{p.number}"><time datetime="{p.at.isoformat()}" class="time">{p.at:%H:%M}</time></a></span></div></div></div></div></div>'''

    return f"""<html lang="ru"><head><title>Упаковка – канал</title></head><body class="widget_frame_base"><header class="header"><div class="channel_info"><div class="channel_info_header_title"><span>Упаковка у реки</span></div><div class="channel_info_description">Говорим о работе. Писать админу.</div><div class="channel_info_counters"><span>1 204 участника</span></div></div></header><main class="main"><section class="channel_history js-message_history">{each(one, talk)}</section></main></body></html>"""


@layout("de", "https://chatlog.example/raum/packerei/2019-03")
def chat_of_days_german(talk: list[Post]) -> str:
    rows, before = [], None
    for p in talk:
        if p.at.date() != before:
            before = p.at.date()
            rows.append(f'<li class="date-separator"><span>{p.at.day}. {month("de", p.at)} {p.at.year}</span></li>')
        rows.append(
            f'<li class="chat-line" id="line-{p.number}"><img src="a.png" alt=""><div class="chat-main"><span class="chat-sender">{p.name}</span> <a class="chat-clock" href="#line-{p.number}">{p.at:%H:%M}</a><div class="chat-content">{p.html}</div></div></li>'
        )
    return f"""<html lang="de"><head><title>#packerei - Archiv</title></head><body><nav><a href="/">Räume</a> <a href="/raum/packerei/2019-02">Februar</a></nav><h1>#packerei</h1><ol class="chat-log">{"".join(rows)}</ol><footer>Archiv ohne Gewähr</footer></body></html>"""


@layout("en", "https://wiki.example/wiki/Talk:Packing_place")
def wiki_talk(talk: list[Post]) -> str:
    def sign(p: Post) -> str:
        return f'<a href="/wiki/User:{p.name.replace(" ", "_")}" title="User:{p.name}">{p.name}</a> (<a href="/wiki/User_talk:{p.name.replace(" ", "_")}" title="User talk:{p.name}">talk</a>) {p.at:%H:%M}, {p.at.day} {p.at:%B} {p.at.year} (UTC)'

    def said(p: Post) -> str:
        parts = p.text.split("\n\n")
        return "</p><p>".join(parts) + " " + sign(p)

    rows = [f"<p>{said(talk[0])}\n</p>"]
    for n, p in enumerate(talk[1:], 1):
        inner = f"<dd>{said(p).replace('</p><p>', '</dd><dd>')}</dd>"
        rows.append(f"<dl>{inner}</dl>" if n % 2 else f"<dl><dd><dl>{inner}</dl></dd></dl>")
    return f"""<html lang="en"><head><title>Talk:Packing place - Wiki</title></head><body class="mediawiki ns-1 ns-talk"><div id="content" class="mw-body"><h1 id="firstHeading" class="firstHeading">Talk:Packing place</h1><div id="bodyContent"><div id="mw-content-text" class="mw-parser-output"><h2><span class="mw-headline" id="Rooms">Rooms</span><span class="mw-editsection">[<a href="/w/index.php?title=Talk:Packing_place&amp;action=edit">edit</a>]</span></h2>{"".join(rows)}</div></div></div><div id="mw-navigation"><ul><li><a href="/wiki/Main_Page">Main page</a></li></ul></div><div id="footer"><ul><li> This page was last edited on 9 April 2019, at 11:22 (UTC).</li><li>Text is available under the licence; additional terms may apply.</li></ul></div></body></html>"""


@layout("en", "https://ask.filter.example/90211/Packing-place")
def foot_of_each(talk: list[Post]) -> str:
    def foot(p: Post) -> str:
        return f'<span class="smallcopy">posted by <a href="http://www.filter.example/user/{p.number % 7}" target="_self">{p.name}</a> at <a href="/90211/Packing-place#{p.number}" target="_self">{p.at:%I:%M %p}</a> on {p.at:%B} {p.at.day}, {p.at.year} <span id="favcnt1{p.number}">[<a href="/favorited/2/{p.number}">3 favorites</a>]</span></span>'

    def one(p: Post) -> str:
        return f'<a name="{p.number}"></a><div class="comments best">{p.breaks}<br />{foot(p)}</div><br /><br />'

    first = talk[0]
    return f"""<html lang="en"><head><title>Packing place - rooms | Filter</title></head><body id="body"><div id="logo"><a href="/">Filter</a></div><div id="page"><h1 class="posttitle">Packing place <br /><span class="smallcopy">{first.at:%B} {first.at.day}, {first.at.year} {first.at:%I:%M %p} &nbsp; <a href="/90211/rss">Subscribe</a></span></h1><div class="copy" id="prepost">{first.breaks}<br /><span class="smallcopy">posted by <a href="http://www.filter.example/user/{first.number % 7}">{first.name}</a> to <a href="/home/work">work &amp; money</a> ({len(talk) - 1} answers total) <span>3 users marked this as a favorite</span></span></div><div id="threadad">Books for every season: buy two and the third is free.</div>{each(one, talk[1:])}<div class="comments"><a href="/90210">« Older</a> Where to get boots mended | Best tea? <a href="/90212">Newer »</a></div></div></body></html>"""


@layout("zh", "https://tieba.example/p/771212")
def floors_chinese(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        field = json.dumps(
            {
                "author": {"user_id": p.number % 7, "user_name": p.name},
                "content": {"post_id": p.number, "post_no": p.place},
            },
            ensure_ascii=True,
        ).replace('"', "&quot;")
        return f'''<div class="l_post l_post_bright j_l_post clearfix" data-field="{field}" data-pid="{p.number}"><div class="d_author"><ul class="p_author"><li class="icon"><div class="icon_relative j_user_card"><a class="p_author_face" href="/home/main?un={p.number % 7}"><img username="{p.name}" src="h.jpg"/></a></div></li><li class="d_name"><a class="p_author_name j_user_card" href="/home/main?un={p.number % 7}" target="_blank">{p.name}</a></li><li class="l_badge"><div class="p_badge"><a href="/f/like/level"><div class="d_badge_title">小工</div><div class="d_badge_lv">6</div></a></div></li></ul></div><div class="d_post_content_main"><div class="p_content"><div class="save_face_bg"></div><cc><div id="post_content_{p.number}" class="d_post_content j_d_post_content clearfix">{p.breaks}</div></cc><br></div><div class="core_reply j_lzl_wrapper"><div class="core_reply_tail clearfix"><div class="j_lzl_r p_reply"><a href="#" class="lzl_link_unfold">回复</a></div><div class="post-tail-wrap"><span class="j_jb_ele"><a href="#">举报</a></span><span class="tail-info">来自<a href="#">Android客户端</a></span><span class="tail-info">{p.place}楼</span><span class="tail-info">{p.at:%Y-%m-%d %H:%M}</span></div></div></div></div></div>'''

    ad = '<div class="l_post j_l_post l_post_bright clearfix"><div class="d_author"><ul class="p_author"><li class="d_name">推广</li></ul></div><div class="d_post_content_main"><div class="p_content"><div class="d_post_content">新款劳保鞋限时优惠，满三十免运费，欢迎选购。</div></div></div></div>'
    rows = [one(p) for p in talk]
    return f"""<html lang="zh-CN"><head><title>包装厂_河边吧</title></head><body><div class="wrap1"><div class="card_title"><a class="card_title_fname" href="/f?kw=x">河边吧</a><span>关注: 1,204</span></div><div class="core_title"><h3 class="core_title_txt" title="河边的包装厂">河边的包装厂</h3></div><div class="pb_content clearfix"><div class="left_section"><div class="p_postlist" id="j_p_postlist">{rows[0]}{ad if len(rows) > 2 else ""}{"".join(rows[1:])}</div></div><div class="right_section right_bright"><div class="region_bright"><h4>贴吧热议榜</h4><ul class="topic_list">{latest('<li class="topic_item"><a href="/hottopic/{n}">{title}</a><span class="topic_num">{n}2万</span></li>')}</ul></div></div></div></div></body></html>"""


@layout("nl", "https://praat.example/gesprek/inpakkerij-90211")
def hashed_names_dutch(talk: list[Post]) -> str:
    def one(p: Post) -> str:
        q = (
            f'<div class="_2kQf0"><div class="_9sPpa">{p.quoted_name} schreef:</div><div class="_7Lm2c">{p.quoted}</div></div>'
            if p.quoted
            else ""
        )
        return f"""<section class="_3xA9k sc-bdVaJa"><div class="_1bZ0e"><img class="_5tY1r" alt="" src="a.png"><div class="_8uI3o"><strong class="_4rT6y">{p.name}</strong><span class="_6gH8j">Lid sinds {6 + p.number % 7} januari 2009</span><span class="_6gH8k">214 berichten</span></div></div><div class="_0oP9i"><div class="_2wE4r"><span class="_3eD5t">{p.at.day} {month("nl", p.at)[:3]} {p.at.year}, {p.at:%H:%M}</span><span class="_3eD5u">#{p.place}</span></div><div class="_7yU8i">{q}{p.html}</div><div class="_1qA2z"><button>Reageer</button><button>Meld</button></div></div></section>"""

    ad = '<section class="_3xA9k sc-bdVaJb"><div class="_0oP9i"><div class="_7yU8i"><p>Advertentie: werkschoenen voor de halve prijs, alleen deze week.</p></div></div></section>'
    rows = [one(p) for p in talk]
    return f"""<html lang="nl"><head><title>Inpakkerij aan de rivier | Praat</title></head><body><div id="root"><header class="_top1"><a href="/">Praat</a><a href="/inloggen">Inloggen</a></header><div class="_grid2"><main class="_main3"><h1 class="_h1a">Inpakkerij aan de rivier</h1>{rows[0]}{ad}{"".join(rows[1:])}</main><aside class="_side4"><h3>Laatste gesprekken</h3>{latest('<div class="_side5"><a href="/gesprek/x-{n}">{title}</a><span>{name}</span><span>{n} feb 2018, 10:00</span></div>')}</aside></div></div></body></html>"""
