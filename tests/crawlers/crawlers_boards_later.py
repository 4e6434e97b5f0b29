# ruff: noqa: E501 -- markup keeps the lines of the software that writes it
"""Pages of boards that were written down after the finder stood: engines not thought of, layouts met in the world."""

from __future__ import annotations

from crawlers_boards import Post, each


def flarum(talk: list[Post]) -> str:
    def one(post: Post) -> str:
        return f"""<article class="PostStream-item" data-index="{post.number % 30}" data-id="{post.number}" data-type="comment"><div class="Post CommentPost"><header class="Post-header"><ul>
<li class="item-user"><div class="PostUser"><h3 class="PostUser-name"><a href="/u/{post.name}"><span class="username">{post.name}</span></a></h3></div></li>
<li class="item-meta"><div class="Dropdown PostMeta"><a class="Dropdown-toggle"><time pubdate datetime="{post.at.isoformat()}" title="{post.at:%A, %B %d, %Y %I:%M %p}">{post.at:%b '%y}</time></a></div></li></ul></header>
<div class="Post-body">{post.html}</div><aside class="Post-actions"><ul><li>Reply</li></ul></aside></div></article>"""

    return f"""<body><div class="App"><header class="App-header"><a href="/">Board</a></header><div class="DiscussionPage"><h2 class="DiscussionHero-title">Packing place</h2><div class="PostStream">{each(one)(talk)}</div></div></div></body>"""


def nodebb(talk: list[Post]) -> str:
    def one(post: Post) -> str:
        return f"""<li component="post" class="pt-4 self-post" data-index="{post.number % 30}" data-pid="{post.number}" data-uid="3" data-username="{post.name}" data-timestamp="{int(post.at.timestamp() * 1000)}"><a component="post/anchor" id="{post.number % 30}"></a>
<div class="d-flex align-items-start gap-3"><div class="bg-body d-none d-sm-block rounded-circle"><a href="/user/{post.name}"></a></div><div class="post-container d-flex flex-grow-1 flex-column w-100"><div class="d-flex align-items-center gap-1 flex-wrap w-100 post-header">
<div class="bg-body d-sm-none"></div><div class="d-flex gap-1"><a class="fw-bold text-nowrap" href="/user/{post.name}">{post.name}</a></div><div class="d-flex gap-1 text-muted"><span>wrote on</span> <a href="/post/{post.number}" class="timeago text-muted" title="{post.at:%Y-%m-%dT%H:%M:%S.000Z}"></a></div></div>
<div class="content mt-2 text-break" component="post/content">{post.html}</div><div class="post-footer"><a component="post/reply-count" href="#">1 Reply</a></div></div></div></li>"""

    return f"""<body><div class="breadcrumb"><a href="/">Home</a></div><h1 component="post/header">Packing place</h1><ul component="topic" class="posts timeline list-unstyled">{each(one)(talk)}</ul></body>"""


def old_reddit(talk: list[Post]) -> str:
    def one(post: Post) -> str:
        return f"""<div class="thing id-t1_{post.number} noncollapsed comment" id="thing_t1_{post.number}" data-fullname="t1_{post.number}" data-author="{post.name}"><p class="parent"><a name="{post.number}"></a></p><div class="midcol unvoted"></div>
<div class="entry unvoted"><p class="tagline"><a href="#" class="expand">[–]</a><a href="https://b.example/user/{post.name}" class="author may-blank">{post.name}</a> <span class="score unvoted" title="5">5 points</span>
<time title="{post.at:%a %b %d %H:%M:%S %Y UTC}" datetime="{post.at.isoformat()}" class="live-timestamp">2 months ago</time></p><form action="#" class="usertext"><div class="usertext-body may-blank-within md-container"><div class="md">{post.html}</div></div></form>
<ul class="flat-list buttons"><li class="first"><a href="/r/x/{post.number}" class="bylink">permalink</a></li></ul></div><div class="child"></div></div>"""

    return f"""<body class="comments-page"><div id="header"><a href="/">Front</a></div><div class="content"><p class="title"><a class="title" href="x">Packing place</a></p><div class="sitetable nestedlisting">{each(one)(talk)}</div></div></body>"""


def machina(talk: list[Post]) -> str:
    def one(post: Post) -> str:
        return f"""<div class="row post"><div class="col-12 position-absolute" id="{post.number}"></div><div class="pb-4 col-md-10 post-content-wrapper"><div class="card"><div class="card-body"><div class="row"><div class="col"><h4 class="m-0 card-title subject">
<a href="/forum/x/topic/9/?post={post.number}#{post.number}" class="topic-name-link">Packing place</a></h4><p><i class="fas fa-clock"></i>&nbsp;By: <a href="/member/profile/{post.number % 7}/">{post.name}</a> on {post.at:%b. %d, %Y, %I:%M %p}</p></div></div>
<div class="post-content">{post.html}</div></div></div></div><div class="col-md-2 post-sidebar"><div class="username"><a href="/member/profile/{post.number % 7}/"><b>{post.name}</b></a></div><div class="posts-count text-muted"><b>Posts:</b>&nbsp;214</div></div></div>"""

    return f"""<body><nav>Board</nav><h1>Packing place</h1><div class="topic-posts">{each(one)(talk)}</div></body>"""


def askbot(talk: list[Post]) -> str:
    def one(post: Post) -> str:
        return f"""<div class="post answer" id="post-id-{post.number}"><div class="vote-buttons">3</div><div class="answer-table"><div class="item-right"><div class="answer-body"><div class="post-update-info-container"><div class='post-update-info'><p class="tip">answered <abbr class="timeago" title="{post.at:%Y-%m-%d %H:%M:%S +0000}">{post.at:%Y-%m-%d %H:%M:%S +0000}</abbr></p>
<div class="user-card"><div class="user-info"><a href="/users/{post.number % 7}/x/">{post.name}</a> <span class="reputation-score">214</span></div></div></div></div><div class="js-editable-content">{post.html}</div></div><div class="answer-controls post-controls"><a href="#">link</a></div></div></div></div>"""

    return f"""<body><h1><a href="/question/9/">Packing place</a></h1><div id="answers">{each(one)(talk)}</div><div id="footer">About</div></body>"""


def rows_of_tables(talk: list[Post]) -> str:
    """A post laid over three rows of a table of its own, as old themes do: who and when, what, and a foot."""

    def one(post: Post) -> str:
        shade = post.number % 2 + 1
        return f"""<table class="tablebg" width="100%"><tr class="row{shade}"><td><a name="p{post.number}"></a><b class="postauthor">{post.name}</b></td>
<td><table><tr><td class="gensmall"><div><b>Post subject:</b> Re: Packing place</div><div><b>Posted:</b> {post.at:%a %b %d, %Y %I:%M %p}</div></td></tr></table></td></tr>
<tr class="row{shade}"><td class="profile"><table><tr><td class="postdetails">Regular</td></tr></table><span class="postdetails"><b>Joined:</b> Tue Jan 06, 2015 9:12 am<br><b>Posts:</b> 214</span></td>
<td><table><tr><td><div class="postbody">{post.breaks}</div></td></tr></table></td></tr>
<tr class="row{shade}"><td class="profile"><strong><a href="#top">Top</a></strong></td><td><a href="./memberlist.php?mode=viewprofile&amp;u=3">Profile</a></td></tr></table>"""

    menus = "".join(
        f'<table class="tablebg"><tr><td class="nav"><a href="/{n}">Index {n}</a></td></tr></table>' for n in range(5)
    )
    return f"""<body><h2><a href="./viewtopic.php?t=9">Packing place</a></h2>{menus}{each(one)(talk)}</body>"""


def wordy_sidebars(talk: list[Post]) -> str:
    """More words in links about the author than in the post itself."""

    def one(post: Post) -> str:
        return f"""<li id="post-{post.number}" class="message" data-author="{post.name}"><div class="messageUserInfo"><h3 class="userText"><a href="members/{post.number % 7}/" class="username">{post.name}</a>
<em class="userTitle">Regular</em></h3><dl><dt>Joined:</dt><dd><a href="/">Jan 6, 2015</a></dd><dt>Posts:</dt><dd><a href="/s/{post.number}">214 messages in all of the boards together</a></dd></dl></div>
<div class="messageInfo primaryContent"><div class="messageContent"><article><blockquote class="messageText ugc">{post.breaks}</blockquote></article></div>
<div class="messageMeta"><a href="threads/9/#post-{post.number}"><span class="DateTime" title="{post.at:%b %d, %Y at %I:%M %p}">{post.at:%b %d, %Y}</span></a> <a href="/r/1">Report this message to those who look after the board</a></div></div></li>"""

    return f"""<html class="Public"><body><h1>Packing place</h1><ol class="messageList">{each(one)(talk)}</ol></body>"""


def nested_replies(talk: list[Post]) -> str:
    """Each third post opens a branch; those after it lie within what they answer."""

    def one(rest: list[Post]) -> str:
        post, inner = rest[0], f"<ul class=children>{one(rest[1:])}</ul>" if rest[1:] else ""
        return f"""<li id="comment-{post.number}" class="comment depth-{4 - len(rest)}"><article class="comment-body"><footer class="comment-meta"><b class="fn author">{post.name}</b>
<a href="#comment-{post.number}"><time datetime="{post.at.isoformat()}">{post.at:%B %d, %Y}</time></a></footer><div class="comment-content">{post.html}</div><div class="reply"><a href="?replytocom={post.number}">Reply</a></div></article>{inner}</li>"""

    branches = "".join(one(talk[at : at + 3]) for at in range(0, len(talk), 3))
    return f"""<body><h1>Packing place</h1><div id="comments"><ol class="comment-list">{branches}</ol></div></body>"""


def heads_before(talk: list[Post]) -> str:
    """The time stands in an element before the one that holds author and words."""

    def one(post: Post) -> str:
        return f"""<div id="post-{post.number}" class="reply-header"><div class="meta"><span class="reply-post-date">{post.at:%B %d, %Y at %I:%M %p}</span> <a href="#post-{post.number}">#{post.number}</a></div></div>
<div class="loop-item {"odd" if post.number % 2 else "even"} reply"><div class="reply-author"><a href="?user=3" class="author-link"><span class="author-name">{post.name}</span></a><div class="author-role">Participant</div></div><div class="reply-content">{post.html}</div></div>"""

    return f"""<body><h1>Packing place</h1><ul class="replies"><li class="header"><div>Author</div><div>Posts</div></li><li class="body">{each(one)(talk)}</li></ul></body>"""


#: Written down last and tried once: what an engine not thought of meets.
LATER = {f.__name__: f for f in (flarum, nodebb, old_reddit, machina, askbot)}
#: After pages met in the world that the finder had not read.
MET = {f.__name__: f for f in (rows_of_tables, wordy_sidebars, nested_replies, heads_before)}
