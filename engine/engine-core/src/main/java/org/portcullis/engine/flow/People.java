package org.portcullis.engine.flow;

import java.util.List;
import org.portcullis.engine.entry.PolicyEntry;
import org.portcullis.engine.people.Directory;
import org.portcullis.engine.people.Person;
import org.portcullis.model.control.Role;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;

/** Names a directory by what it says. */
final class People {
    private People() {}

    static PolicyEntry.PeopleReplaced replacedBy(Directory directory) {
        List<JsonObject> people = directory.people().stream().map(People::json).toList();
        return new PolicyEntry.PeopleReplaced(Digest.of(JsonArray.of(people)), people.size());
    }

    private static JsonObject json(Person person) {
        return JsonObject.builder()
                .put("id", person.id())
                .put("name", person.name())
                .put(
                        "roles",
                        JsonArray.texts(person.roles().stream().map(Role::name).toList()))
                .put("delegates", JsonArray.texts(List.copyOf(person.delegates())))
                .build();
    }
}
