"""Users, roles, TLS: a writer does what it needs and nothing more, over a connection that is verified."""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import SimpleNamespace

import pytest
from elasticsearch import AuthenticationException, AuthorizationException, Elasticsearch

from core.errors import SettingsError, StoreAway
from stores import open_store, shown
from stores.base import EvidenceQuery, Store
from stores.check import check_store
from stores.elastic.address import parse
from stores.elastic.node import QUICK, Node
from stores.elastic.roles import as_yaml
from stores.elastic.server import Server

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
        with pytest.raises(StoreAway, match="this user may not do that"):
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
    with pytest.raises(StoreAway, match="password or API key is wrong") as told:
        open_store(address_of(guarded, "writer", "not-this-one"), tmp_path)
    assert "not-this-one" not in str(told.value)


def test_an_api_key_is_what_the_server_is_asked_with(guarded: Node, tmp_path: Path) -> None:
    """The stripped server makes no keys: that it weighs ours as a key, and refuses it, is what it can show."""
    (tmp_path / "key").write_text(base64.b64encode(b"no-such-id:no-such-secret").decode() + "\n")
    address = address_of(guarded, "writer").replace("writer:writer-secret-writer@", "") + "&api_key_file=key"
    with pytest.raises(StoreAway, match="password or API key is wrong") as told:
        open_store(address, tmp_path)
    with pytest.raises(AuthenticationException) as refused:
        Server(parse(address, tmp_path)).client.info()
    assert "with provided credentials" in str(refused.value.body)  # it says "missing" where nobody is named
    assert "no-such-secret" not in str(told.value)


def test_a_certificate_that_is_not_known_is_refused(guarded: Node, tmp_path: Path) -> None:
    with pytest.raises(StoreAway, match=r"certificate cannot be verified.*option 'ca'"):
        open_store(address_of(guarded, "writer", ca=False), tmp_path)


@pytest.mark.usefixtures("written")
def test_check_tells_the_role_and_what_is_wrong(guarded: Node, tmp_path: Path) -> None:
    found = {c.subject: c for c in check_store(address_of(guarded, "writer"), tmp_path)}
    assert all(c.well for c in found.values()), found
    assert "what a writer does" in found["privileges"].said
    assert "9.2.0" in found["version"].said
    assert "not needed" in found["modules"].said
    [wrong] = check_store(address_of(guarded, "writer", "not-this-one"), tmp_path)
    assert not wrong.well
    assert "API key is wrong" in wrong.said


def test_the_password_may_lie_in_a_file_and_is_never_shown(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hush\n")
    address = parse("https://writer@search.example:9200?password_file=secret&prefix=north", tmp_path)
    assert (address.user, address.password) == ("writer", "hush")
    assert "hush" not in repr(address)
    assert address.shown == "https://search.example:9200?prefix=north"
    assert shown("https://writer:hush@search.example:9200?prefix=north") == "https://search.example:9200"
    assert shown("sqlite") == "sqlite"


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
        ("https://a?api_key_file=none", "none: the file of option 'api_key_file'"),
        ("https://u:hush@a:port", "port of the address is no number"),
    ],
)
def test_an_address_that_cannot_be_understood_is_told(setting: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=told) as caught:
        parse(setting, tmp_path)
    assert "hush" not in str(caught.value)


def test_roles_are_told_as_the_server_reads_them() -> None:
    assert "honeyguide_writer:\n  cluster: ['monitor']\n" in as_yaml()
