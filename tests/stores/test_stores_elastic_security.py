"""Users, roles, TLS: a writer does what it needs and nothing more, over a connection that is verified."""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from elasticsearch import AuthenticationException, AuthorizationException, Elasticsearch
from stores_gate import gate

from core.errors import SettingsError, StoreAway
from stores import open_store, shown
from stores.base import EvidenceQuery, Store
from stores.check import check_store
from stores.elastic.address import parse
from stores.elastic.node import QUICK, Node
from stores.elastic.roles import as_yaml
from stores.elastic.server import Server
from stores.migrate import migrate_home
from stores.sqlite.store import FILE

pytestmark = pytest.mark.full  # a server of its own
SECRETS = {name: f"{name}-secret-{name}" for name in ("reader", "writer", "admin")}


@pytest.fixture(scope="module")
def guarded(
    server_room: Callable[[], AbstractContextManager[Path]], certified: Callable[[Path], None]
) -> Iterator[Node]:
    """A server with TLS, three users and their roles."""
    with server_room() as folder:
        node = Node(folder, options=QUICK)
        node.prepare()
        certified(folder / "config")
        (folder / "config" / "roles.yml").write_text(as_yaml())
        (folder / "config" / "users").write_text("".join(f"{name}:{hashed(SECRETS[name])}\n" for name in SECRETS))
        (folder / "config" / "users_roles").write_text("".join(f"honeyguide_{name}:{name}\n" for name in SECRETS))
        node.settings = {
            "xpack.security.enabled": True,
            "xpack.security.http.ssl.enabled": True,
            "xpack.security.http.ssl.key": "key.pem",
            "xpack.security.http.ssl.certificate": "cert.pem",
        }
        node.start()
        yield node
        node.stop()


def hashed(secret: str) -> str:
    """As the server's file of users keeps it; its own tool would start a Java of its own for each user."""
    salt, rounds = os.urandom(32), 1000
    key = hashlib.pbkdf2_hmac("sha512", secret.encode(), salt, rounds, 32)
    return f"{{PBKDF2}}{rounds}${base64.b64encode(salt).decode()}${base64.b64encode(key).decode()}"


def address_of(node: Node, user: str, secret: str | None = None, ca: bool = True) -> str:
    trusted = f"&ca={node.folder / 'config' / 'cert.pem'}" if ca else ""
    return f"https://{user}:{secret or SECRETS[user]}@127.0.0.1:{node.port}?replicas=0{trusted}"


@pytest.fixture
def written(guarded: Node, tmp_path: Path, make: SimpleNamespace) -> Iterator[Store]:
    store = open_store(address_of(guarded, "writer"), tmp_path)
    documents = [make.document(n) for n in range(5)]
    store.put_documents(documents, [make.sketch(d, 1) for d in documents])
    store.replace_findings([make.analysed(d, "signal:any") for d in documents])
    store.set_counted([d.group_id for d in documents], [make.finding(d).id for d in documents])
    yield store
    store.close()


def test_a_writer_does_all_of_a_run(written: Store, make: SimpleNamespace) -> None:
    assert written.tallies()["documents"] == 5
    assert sum(count.groups for count in written.counts("city")) == 5
    written.put_spikes([make.spike()], make.DAY, make.DAY)
    assert len(written.spikes()) == 1


@pytest.mark.usefixtures("written")
def test_a_writer_is_refused_where_it_has_no_business(guarded: Node) -> None:
    ca = str(guarded.folder / "config" / "cert.pem")
    writer = Elasticsearch(guarded.address, basic_auth=("writer", SECRETS["writer"]), ca_certs=ca)
    refused = [
        lambda: writer.indices.delete(index="honeyguide-documents-2026.03.v1"),
        lambda: writer.indices.put_settings(index="honeyguide-books-all.v1", settings={"index.blocks.write": True}),
        lambda: writer.indices.put_index_template(name="other", index_patterns=["honeyguide-*"]),
        lambda: writer.indices.create(index="other"),
        lambda: writer.index(index="other", document={}),
        lambda: writer.search(index=".security"),
        lambda: writer.cluster.put_settings(persistent={"cluster.max_shards_per_node": 1}),
        lambda: writer.security.put_user(username="more", password="secretsecret", roles=["superuser"]),
        lambda: writer.snapshot.create_repository(name="out", repository={"type": "fs", "settings": {"location": "x"}}),
    ]
    for act in refused:
        with pytest.raises(AuthorizationException):
            act()
    writer.close()


def test_a_reader_reads_and_may_not_write(written: Store, guarded: Node, tmp_path: Path, make: SimpleNamespace) -> None:
    reader = open_store(address_of(guarded, "reader"), tmp_path)
    assert len(reader.evidence(EvidenceQuery(text="pickers"))) == 5
    assert reader.counts("city") == written.counts("city")
    for write in (lambda: reader.put_documents([make.document(9)]), lambda: reader.set_state("k", {})):
        with pytest.raises(StoreAway, match="user reader may not do that"):
            write()
    reader.close()
    assert written.tallies()["documents"] == 5


def test_an_admin_erases(written: Store, guarded: Node, tmp_path: Path, make: SimpleNamespace) -> None:
    more = make.document(9)  # one that no other test counts: what is erased never comes back
    written.put_documents([more], [make.sketch(more, 1)])
    admin = open_store(address_of(guarded, "admin"), tmp_path)
    assert admin.tallies()["documents"] == 6
    admin.erase([more.id])
    assert admin.tallies()["documents"] == 5
    admin.close()


def test_a_wrong_password_is_told_without_it(guarded: Node, tmp_path: Path) -> None:
    with pytest.raises(StoreAway, match=r"user writer is not known, or the password is wrong.*setting 'store'") as told:
        open_store(address_of(guarded, "writer", "not-this-one"), tmp_path)
    assert "not-this-one" not in str(told.value)


def test_an_api_key_is_what_the_server_is_asked_with(guarded: Node, tmp_path: Path) -> None:
    """The stripped server makes no keys: that it weighs ours as a key, and refuses it, is what it can show."""
    key_file(tmp_path, "no-such-id:no-such-secret")
    address = address_of(guarded, "writer").replace("writer:writer-secret-writer@", "") + "&api_key_file=key"
    with pytest.raises(StoreAway, match=r"the API key is not known or not valid.*option 'api_key_file'") as told:
        open_store(address, tmp_path)
    with pytest.raises(AuthenticationException) as refused:
        Server(parse(address, tmp_path)).client.info()
    assert "with provided credentials" in str(refused.value.body)  # it says "missing" where nobody is named
    assert "no-such-secret" not in str(told.value)


def test_a_certificate_that_is_not_known_is_refused(guarded: Node, tmp_path: Path) -> None:
    with pytest.raises(StoreAway, match=r"cannot be verified: self-signed certificate\. Option 'ca'"):
        open_store(address_of(guarded, "writer", ca=False), tmp_path)
    with pytest.raises(StoreAway, match=r"cannot be reached: it broke the connection off \(.*wants https://"):
        open_store(f"http://writer:{SECRETS['writer']}@127.0.0.1:{guarded.port}", tmp_path)


def test_a_server_that_is_asked_by_nobody_says_that_it_wants_a_user(guarded: Node, tmp_path: Path) -> None:
    with pytest.raises(StoreAway, match=r"wants to know who asks.*api_key_file"):
        open_store(address_of(guarded, "writer").replace("writer:writer-secret-writer@", ""), tmp_path)


def test_who_may_not_make_an_index_is_told_by_name_with_what_is_lacking(guarded: Node, tmp_path: Path) -> None:
    with pytest.raises(StoreAway, match=r"user writer may not do that: .* needs one of the privileges \[.*store check"):
        open_store(address_of(guarded, "writer") + "&prefix=elsewhere", tmp_path)


@pytest.mark.parametrize(
    ("ended", "told"), [("api key is expired", "has expired"), ("api key [x] has been invalidated", "was revoked")]
)
def test_a_key_that_ends_in_mid_run_is_told_so_and_nothing_is_lost(
    guarded: Node, tmp_path: Path, make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, ended: str, told: str
) -> None:
    """A gate before the real server stands for the keys it cannot make: it answers as a full one does."""
    key_file(tmp_path, "id:key-secret")
    first = 10_000 * (len(ended) % 10)  # what is erased at the end never comes back
    with gate(guarded, "writer") as keys:
        store = open_store(f"http://127.0.0.1:{keys.port}?api_key_file=key", tmp_path)
        before = store.tallies()["documents"]
        put = [make.document(n, text="many words " * 30) for n in range(first, first + 3000)]
        send, sent = Server._send, [0]

        def sends(self: Server, *given: Any) -> Any:
            sent[0] += 1
            keys.ended = ended if sent[0] == 2 else keys.ended
            return send(self, *given)

        with monkeypatch.context() as patched:
            patched.setattr(Server, "_send", sends)
            with pytest.raises(StoreAway, match=f"the API key {told}.*option 'api_key_file'.*Nothing is lost") as away:
                store.put_documents(put)
        assert "key-secret" not in str(away.value)
        assert away.value.code == 4
        keys.ended = ""  # another key was put into the file
        again = open_store(f"http://127.0.0.1:{keys.port}?api_key_file=key", tmp_path)
        assert again.tallies()["documents"] == before
        assert again.put_documents(put).new == 3000
        again.close()
        store.close()
    admin = open_store(address_of(guarded, "admin"), tmp_path)
    admin.erase([one.id for one in put])
    admin.close()


def key_file(folder: Path, key: str) -> None:
    (folder / "key").write_text(base64.b64encode(key.encode()).decode() + "\n")
    (folder / "key").chmod(0o600)


@pytest.mark.usefixtures("written")
def test_check_tells_the_role_and_what_is_wrong(guarded: Node, tmp_path: Path) -> None:
    found = {c.subject: c for c in check_store(address_of(guarded, "writer"), tmp_path)}
    assert all(c.well for c in found.values()), found
    assert "what writers do" in found["privileges"].said
    assert "9.2.0" in found["version"].said
    assert "not needed" in found["modules"].said
    [wrong] = check_store(address_of(guarded, "writer", "not-this-one"), tmp_path)
    assert not wrong.well
    assert "the password is wrong" in wrong.said
    found = {c.subject: c for c in check_store(address_of(guarded, "reader"), tmp_path)}
    assert found["privileges"].said.endswith("what readers do, enough for the dashboard and too little for runs")


def test_the_password_may_lie_in_a_file_and_is_never_shown(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hush\n")
    (tmp_path / "secret").chmod(0o600)
    address = parse("https://writer@search.example:9200?password_file=secret&prefix=north", tmp_path)
    assert (address.user, address.password) == ("writer", "hush")
    assert "hush" not in repr(address)
    assert address.shown == "https://search.example:9200?prefix=north"
    assert shown("https://writer:hush@search.example:9200?prefix=north") == "https://search.example:9200"
    assert shown("sqlite") == "sqlite"


def test_a_secret_that_others_can_read_is_refused_as_ssh_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hush\n")
    for mode in (0o644, 0o640, 0o604):
        secret.chmod(mode)
        for address in ("https://u@a?password_file=secret", "https://a?api_key_file=secret"):
            with pytest.raises(SettingsError, match=f"can be read by others. chmod 600 {secret}"):
                parse(address, tmp_path)
    owner = os.geteuid()
    monkeypatch.setattr("stores.elastic.secret.os.geteuid", lambda: owner + 1)  # mounted into a container
    assert parse("https://u@a?password_file=secret", tmp_path).password == "hush"


@pytest.mark.parametrize(
    ("held", "told"),
    [(b"", "is empty"), (b"\xff\xfe", "holds no text"), (b'{"encoded": "hush"}', "the value of 'encoded' alone")],
)
def test_a_file_that_holds_no_key_is_told(tmp_path: Path, held: bytes, told: str) -> None:
    (tmp_path / "key").write_bytes(held)
    (tmp_path / "key").chmod(0o600)
    with pytest.raises(SettingsError, match=f"option 'api_key_file' of setting 'store'.*{told}") as caught:
        parse("https://a?api_key_file=key", tmp_path)
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize("slip", ["htps://w:hush@host:9200?x=hush", "https:/w:hush@host", "w:hush@host", "host?k=hush"])
def test_a_slip_of_the_hand_in_the_address_does_not_show_the_password(slip: str, tmp_path: Path) -> None:
    for act in (lambda: open_store(slip, tmp_path), lambda: migrate_home(tmp_path, slip)):
        (tmp_path / FILE).touch()
        with pytest.raises(SettingsError) as told:
            act()
        assert "hush" not in str(told.value)


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("http://search.example:9200", "is not encrypted"),
        ("https://", "names no host"),
        ("https://a:9200/path", "followed by a path"),
        ("https://u:hush@a?prefx=b", r"unknown option 'prefx' \(did you mean 'prefix'\?\)"),
        ("https://u:hush@a?prefix=B-", "prefix 'B-'"),
        ("https://u:hush@a?replicas=-1", "option 'replicas'"),
        ("https://u:hush@a?ca=none.pem", r"none\.pem: no such file"),
        ("https://u@a?password_file=none", "none: the file of option 'password_file'"),
        ("https://u@a?password_file=.", "option 'password_file' of setting 'store': Is a directory"),
        ("https://u@a", "user u has no password"),
        ("https://a?password_file=x", "a password is given, and no user"),
        ("https://u:hush@a?password_file=x", "a password stands beside 'password_file'"),
        ("https://u:hush@a?api_key_file=x", "beside 'api_key_file'"),
        ("https://u:hush@[a", "the address cannot be understood"),
        ("http://u:hush@127.0.0.1?hosts=b:9200", "http://b:9200 is not encrypted"),
        ("https://a?ca=no.pem", "no certificate in PEM form"),
        ("https://a?api_key_file=none", "none: the file of option 'api_key_file'"),
        ("https://u:hush@a:port", "port of the address is no number"),
    ],
)
def test_an_address_that_cannot_be_understood_is_told(setting: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "no.pem").write_text("nothing of the kind")
    with pytest.raises(SettingsError, match=told) as caught:
        parse(setting, tmp_path)
    assert "hush" not in str(caught.value)


def test_roles_are_told_as_the_server_reads_them() -> None:
    assert "honeyguide_writer:\n  cluster: ['monitor']\n" in as_yaml()
