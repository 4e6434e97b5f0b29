"""The indices of a store: made where they are missing, looked at, emptied, removed."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from elasticsearch import AuthorizationException, BadRequestError, NotFoundError

from stores.elastic import families
from stores.elastic.families import FAMILIES, Family, component, family_alias, template, write_alias
from stores.elastic.searching import Searching


class Indices(Searching):
    """What indices there are."""

    def ensure(self, family: Family, month: str = "") -> None:
        """Make the index of a month where it is missing, and before the first one the family's template."""
        alias = write_alias(self.address.prefix, family, month)
        with self.asking() as client:
            with suppress(NotFoundError):
                client.indices.get_alias(name=alias)  # an answer to HEAD has no room to say why it refuses
                return
            self.install(family)
            aliases: dict[str, Any] = {alias: {}, family_alias(self.address.prefix, family): {}}
            self.create(f"{alias}.v{families.VERSION}", family, aliases)

    def create(self, index: str, family: Family, aliases: dict[str, Any]) -> None:
        """Make an index. Its mapping is given whole: a writer may not see templates, and must not rely on them."""
        parts = component(family, self.address.prefix, self.address.shards, self.address.replicas)
        with self.asking() as client:
            try:
                client.indices.create(index=index, aliases=aliases, wait_for_active_shards="1", **parts)
            except BadRequestError as error:
                if "resource_already_exists" not in str(error):
                    raise

    def versions(self) -> dict[str, int]:
        """Each index of this store, with the version of its mapping."""
        with self.asking() as client:
            found = client.options(ignore_status=404).indices.get_mapping(
                index=f"{self.address.prefix}-*", filter_path="*.mappings._meta"
            )
        return {
            index: entry["mappings"]["_meta"]["honeyguide"]
            for index, entry in found.body.items()
            if "honeyguide" in entry.get("mappings", {}).get("_meta", {})
        }

    def install(self, family: Family) -> None:
        """Put the family's templates where they are missing or older, if this user may: no stranger's index of this
        name then gets another mapping."""
        prefix, name = self.address.prefix, family_alias(self.address.prefix, family)
        with self.asking() as client:
            try:
                [entry] = client.indices.get_index_template(name=name)["index_templates"]
                if entry["index_template"].get("version", 0) >= template(family, prefix)["version"]:
                    return
            except NotFoundError:
                pass
            except AuthorizationException:
                return
            parts = component(family, prefix, self.address.shards, self.address.replicas)
            with suppress(AuthorizationException):
                client.cluster.put_component_template(name=name, template=parts)
                client.indices.put_index_template(name=name, **template(family, prefix), meta=None)

    def drop_empty(self, family: Family) -> None:
        """Remove the months of a dated family in which nothing is left."""
        self.refresh(family)
        for month in self.months(family)[:-1]:
            alias = write_alias(self.address.prefix, family, month)
            with self.asking() as client:
                if client.count(index=alias)["count"] == 0:
                    for index in client.indices.get_alias(name=alias).body:
                        with suppress(AuthorizationException):  # a writer's empty months wait for an admin
                            client.indices.delete(index=index)

    def scrub(self, *families: Family) -> None:
        """Merge away what was deleted, so that it lies in no segment any more."""
        with self.asking() as client:
            client.indices.forcemerge(
                index=self.names(families), only_expunge_deletes=True, ignore_unavailable=True, allow_no_indices=True
            )

    def wipe(self) -> None:
        """Remove all indices and templates of this prefix: for tests."""
        with self.asking() as client:
            found = client.indices.get_alias(index=f"{self.address.prefix}-*").body
            for index in found:
                client.indices.delete(index=index)
            for family in FAMILIES:
                name = family_alias(self.address.prefix, family)
                client.options(ignore_status=404).indices.delete_index_template(name=name)
                client.options(ignore_status=404).cluster.delete_component_template(name=name)
