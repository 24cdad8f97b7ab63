package org.portcullis.app.scenario;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.engine.people.Person;
import org.portcullis.engine.submission.Given;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.engine.submission.Submission;
import org.portcullis.model.control.Role;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Value;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a scenario from the folder that holds its `scenario.yaml`; every mistake is a {@link UserMistake} that names its place. */
public final class ScenarioFile {
    private static final String NAME = "scenario.yaml";
    private static final int MAX_CHARACTERS = 1_000_000;
    private static final int MAX_DEPTH = 20;
    private static final Map<String, Scenario.Must> MUSTS =
            Arrays.stream(Scenario.Must.values()).collect(Collectors.toMap(Scenario.Must::words, must -> must));

    private final Path folder;

    private ScenarioFile(Path folder) {
        this.folder = folder;
    }

    /** Reads the scenario of {@code folder}. */
    public static Scenario read(Path folder) {
        return new ScenarioFile(folder).read();
    }

    private Scenario read() {
        Path file = folder.resolve(NAME);
        YamlNode root = new YamlNode(file.toString(), compose(file));
        Map<String, YamlNode> fields = root.fields(Set.of(
                "scenario",
                "entity",
                "desk",
                "synthetic",
                "what would have stopped it",
                "what this does not prevent",
                "at",
                "catalogue as of",
                "market",
                "people",
                "baskets",
                "policies",
                "routers",
                "runs",
                "flights"));
        Instant at = instant(root.need(fields, "at"));
        MarketSnapshot market = market(root.need(fields, "market"));
        Map<String, Scenario.Basket> baskets = new LinkedHashMap<>();
        root.need(fields, "baskets").fields().forEach((id, node) -> baskets.put(id, basket(id, node, market)));
        Map<String, Scenario.PolicyFile> policies = new LinkedHashMap<>();
        root.need(fields, "policies").fields().forEach((id, node) -> policies.put(id, policy(id, node)));
        List<Person> people =
                root.need(fields, "people").items().stream().map(this::person).toList();
        Map<String, String> keyIds = new TreeMap<>();
        root.need(fields, "people").items().forEach(node -> keyId(node, keyIds));
        Set<String> ids = people.stream().map(Person::id).collect(Collectors.toCollection(TreeSet::new));
        Map<String, Scenario.Router> routers = new LinkedHashMap<>();
        YamlNode.find(fields, "routers")
                .ifPresent(found -> found.fields().forEach((id, node) -> routers.put(id, router(node))));
        List<Scenario.Run> runs = root.need(fields, "runs").items().stream()
                .map(node -> run(node, baskets, policies, routers, ids))
                .toList();
        List<Scenario.Flight> flights = YamlNode.find(fields, "flights").map(YamlNode::items).orElse(List.of()).stream()
                .map(node -> flight(node, baskets, policies, ids))
                .toList();
        return new Scenario(
                root.need(fields, "scenario").text(),
                root.need(fields, "entity").text(),
                root.need(fields, "desk").text(),
                root.need(fields, "synthetic").text(),
                new Scenario.Lessons(
                        texts(fields, "what would have stopped it"), texts(fields, "what this does not prevent")),
                at,
                date(root.need(fields, "catalogue as of")),
                people,
                keyIds,
                baskets,
                policies,
                runs,
                flights);
    }

    private static List<String> texts(Map<String, YamlNode> fields, String name) {
        return YamlNode.find(fields, name)
                .map(list -> list.items().stream().map(YamlNode::text).toList())
                .orElse(List.of());
    }

    private static Node compose(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserMistake(file + ": no such file; a scenario is a folder with a " + NAME);
        }
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MAX_CHARACTERS);
        limits.setNestingDepthLimit(MAX_DEPTH);
        limits.setMaxAliasesForCollections(0);
        limits.setAllowDuplicateKeys(false);
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            @Nullable Node node = new Yaml(new SafeConstructor(limits)).compose(reader);
            if (node == null) {
                throw new UserMistake(file + ": the file is empty");
            }
            return node;
        } catch (MarkedYAMLException notYaml) {
            throw new UserMistake(file + ":" + (notYaml.getProblemMark().getLine() + 1) + ":"
                    + (notYaml.getProblemMark().getColumn() + 1) + ": not readable as YAML: " + notYaml.getProblem());
        } catch (YAMLException notYaml) {
            throw new UserMistake(file + ": not readable as YAML within the limits of a scenario file");
        } catch (MalformedInputException notText) {
            throw new UserMistake(file + ": not valid UTF-8");
        } catch (IOException unreadable) {
            throw new UserMistake(file + ": cannot be read: " + unreadable.getMessage());
        }
    }

    private MarketSnapshot market(YamlNode node) {
        Map<String, YamlNode> fields = node.fields(Set.of(
                "source",
                "instruments",
                "rates",
                "rates into",
                "prices observed at",
                "volumes observed at",
                "volumes over trading days",
                "median baskets",
                "medians observed at"));
        return new MarketSnapshot(
                node.need(fields, "source").text(),
                MarketFiles.instruments(
                        folder.resolve(node.need(fields, "instruments").text()),
                        instant(node.need(fields, "prices observed at")),
                        instant(node.need(fields, "volumes observed at")),
                        node.need(fields, "volumes over trading days").whole()),
                MarketFiles.rates(
                        folder.resolve(node.need(fields, "rates").text()), currency(node.need(fields, "rates into"))),
                medians(node, fields));
    }

    private static Map<String, MarketSnapshot.PinnedMedian> medians(YamlNode market, Map<String, YamlNode> fields) {
        Map<String, MarketSnapshot.PinnedMedian> medians = new TreeMap<>();
        YamlNode.find(fields, "median baskets").ifPresent(desks -> {
            Instant at = instant(market.need(fields, "medians observed at"));
            desks.fields().forEach((desk, node) -> {
                Value.Money amount = money(node);
                medians.put(
                        desk,
                        new MarketSnapshot.PinnedMedian(new Given.Amount(amount.micros()), amount.currency(), at));
            });
        });
        return medians;
    }

    private Person person(YamlNode node) {
        Map<String, YamlNode> fields = node.fields(Set.of("id", "name", "roles", "delegates", "key"));
        TreeSet<Role> roles = new TreeSet<>();
        node.need(fields, "roles").items().forEach(role -> roles.add(new Role(role.text())));
        TreeSet<String> delegates = new TreeSet<>();
        YamlNode.find(fields, "delegates")
                .ifPresent(list -> list.items().forEach(delegate -> delegates.add(delegate.text())));
        return new Person(
                node.need(fields, "id").text(), node.need(fields, "name").text(), roles, delegates);
    }

    private static void keyId(YamlNode node, Map<String, String> keyIds) {
        Map<String, YamlNode> fields = node.fields();
        YamlNode key = node.need(fields, "key");
        if (keyIds.containsValue(key.text())) {
            throw key.mistake("two people have the key `" + key.text() + "`");
        }
        keyIds.put(node.need(fields, "id").text(), key.text());
    }

    private Scenario.Basket basket(String id, YamlNode node, MarketSnapshot market) {
        Map<String, YamlNode> fields = node.fields(Set.of(
                "file",
                "title",
                "desk",
                "location",
                "flow",
                "intended",
                "quantities times",
                "without volume",
                "without shares in issue",
                "price observed at"));
        int times =
                YamlNode.find(fields, "quantities times").map(YamlNode::whole).orElse(1);
        Submission submission = new Submission(
                id,
                "nobody yet",
                YamlNode.find(fields, "desk").map(YamlNode::text),
                YamlNode.find(fields, "location").map(YamlNode::text),
                YamlNode.find(fields, "flow").map(YamlNode::text),
                YamlNode.find(fields, "intended").map(ScenarioFile::money),
                MarketFiles.basket(folder.resolve(node.need(fields, "file").text()), times));
        return new Scenario.Basket(id, node.need(fields, "title").text(), submission, withGaps(fields, market));
    }

    private static MarketSnapshot withGaps(Map<String, YamlNode> fields, MarketSnapshot market) {
        Map<String, MarketSnapshot.Instrument> instruments = new TreeMap<>(market.instruments());
        YamlNode.find(fields, "without volume")
                .ifPresent(list -> list.items().forEach(symbol -> {
                    MarketSnapshot.Instrument known = instrument(instruments, symbol, symbol.text());
                    instruments.put(known.symbol(), known.withAdv(new Given.Absent()));
                }));
        YamlNode.find(fields, "without shares in issue")
                .ifPresent(list -> list.items().forEach(symbol -> {
                    MarketSnapshot.Instrument known = instrument(instruments, symbol, symbol.text());
                    instruments.put(known.symbol(), known.withOutstanding(Optional.empty()));
                }));
        YamlNode.find(fields, "price observed at")
                .ifPresent(map -> map.fields().forEach((symbol, observed) -> {
                    MarketSnapshot.Instrument known = instrument(instruments, observed, symbol);
                    instruments.put(symbol, known.pricedAt(known.price(), instant(observed)));
                }));
        return market.withInstruments(instruments);
    }

    private static MarketSnapshot.Instrument instrument(
            Map<String, MarketSnapshot.Instrument> instruments, YamlNode place, String symbol) {
        MarketSnapshot.Instrument known = instruments.get(symbol);
        if (known == null) {
            throw place.mistake("instrument `" + symbol + "` is not in the instruments file");
        }
        return known;
    }

    private Scenario.PolicyFile policy(String id, YamlNode node) {
        Map<String, YamlNode> fields = node.fields(Set.of("file", "title"));
        return new Scenario.PolicyFile(
                id,
                node.need(fields, "title").text(),
                folder.resolve(node.need(fields, "file").text()));
    }

    private static Scenario.Run run(
            YamlNode node,
            Map<String, Scenario.Basket> baskets,
            Map<String, Scenario.PolicyFile> policies,
            Map<String, Scenario.Router> routers,
            Set<String> people) {
        Map<String, YamlNode> fields = node.fields(Set.of("policy", "basket", "by", "steps", "router", "must"));
        List<Scenario.Step> steps = new ArrayList<>();
        YamlNode.find(fields, "steps").ifPresent(list -> list.items().forEach(step -> steps.add(step(step, people))));
        return new Scenario.Run(
                named(policies, node.need(fields, "policy"), "policy"),
                named(baskets, node.need(fields, "basket"), "basket"),
                personId(node.need(fields, "by"), people),
                steps,
                YamlNode.find(fields, "router").map(router -> named(routers, router, "router")),
                YamlNode.find(fields, "must").map(must -> named(MUSTS, must, "end of a run")));
    }

    private Scenario.Flight flight(
            YamlNode node,
            Map<String, Scenario.Basket> baskets,
            Map<String, Scenario.PolicyFile> policies,
            Set<String> people) {
        Map<String, YamlNode> fields = node.fields(Set.of("policy", "basket", "by", "outcomes", "hand over"));
        return new Scenario.Flight(
                named(policies, node.need(fields, "policy"), "policy"),
                named(baskets, node.need(fields, "basket"), "basket"),
                personId(node.need(fields, "by"), people),
                MarketFiles.outcomes(
                        folder.resolve(node.need(fields, "outcomes").text())),
                YamlNode.find(fields, "hand over").map(handOver -> handOver(handOver, people)));
    }

    private static Scenario.HandOver handOver(YamlNode node, Set<String> people) {
        Map<String, YamlNode> fields = node.fields(Set.of("before", "role", "from", "to"));
        return new Scenario.HandOver(
                Duration.ofSeconds(node.need(fields, "before").whole()),
                new Role(node.need(fields, "role").text()),
                personId(node.need(fields, "from"), people),
                personId(node.need(fields, "to"), people));
    }

    private static Scenario.Router router(YamlNode node) {
        Map<String, YamlNode> fields = node.fields(Set.of(
                "title",
                "strategy",
                "seed",
                "orders per second",
                "milliseconds",
                "shares per order",
                "repeats what is filled",
                "gateway",
                "obeys after milliseconds",
                "scale"));
        int ordersPerSecond = node.need(fields, "orders per second").whole();
        int sharesPerOrder = node.need(fields, "shares per order").whole();
        if (ordersPerSecond == 0 || sharesPerOrder == 0) {
            throw node.mistake("a router sends at least one order a second, and each is of at least one share");
        }
        return new Scenario.Router(
                node.need(fields, "title").text(),
                node.need(fields, "strategy").text(),
                node.need(fields, "seed").whole(),
                ordersPerSecond,
                Duration.ofMillis(node.need(fields, "milliseconds").whole()),
                sharesPerOrder,
                named(Map.of("yes", true, "no", false), node.need(fields, "repeats what is filled"), "answer"),
                named(Map.of("is asked", true, "is told", false), node.need(fields, "gateway"), "gateway"),
                Duration.ofMillis(node.need(fields, "obeys after milliseconds").whole()),
                node.need(fields, "scale").text());
    }

    private static Scenario.Step step(YamlNode node, Set<String> people) {
        Map<String, YamlNode> fields =
                node.fields(Set.of("after", "acknowledge", "sign", "present", "by", "reason", "retyping"));
        Map<String, String> retyped = new TreeMap<>();
        YamlNode.find(fields, "retyping")
                .ifPresent(typed -> typed.fields().forEach((measure, amount) -> retyped.put(measure, amount.text())));
        List<Scenario.Action> actions = new ArrayList<>();
        YamlNode.find(fields, "acknowledge")
                .ifPresent(value -> actions.add(choice(value, Map.of("all at once", Scenario.Action.ACKNOWLEDGE_ALL))));
        YamlNode.find(fields, "sign")
                .ifPresent(value -> actions.add(
                        choice(value, Map.of("approve", Scenario.Action.APPROVE, "reject", Scenario.Action.REJECT))));
        YamlNode.find(fields, "present")
                .ifPresent(value -> actions.add(choice(value, Map.of("token", Scenario.Action.PRESENT_TOKEN))));
        if (actions.size() != 1) {
            throw node.mistake("a step does one thing: acknowledge, sign or present");
        }
        return new Scenario.Step(
                Duration.ofSeconds(node.need(fields, "after").whole()),
                actions.get(0),
                YamlNode.find(fields, "by").map(by -> personId(by, people)),
                YamlNode.find(fields, "reason").map(YamlNode::text),
                retyped);
    }

    private static Scenario.Action choice(YamlNode node, Map<String, Scenario.Action> choices) {
        return named(choices, node, "choice");
    }

    private static <T> T named(Map<String, T> known, YamlNode node, String what) {
        T value = known.get(node.text());
        if (value == null) {
            throw node.mistake("no " + what + " is called `" + node.text() + "`; known are "
                    + String.join(", ", new TreeSet<>(known.keySet())));
        }
        return value;
    }

    private static String personId(YamlNode node, Set<String> people) {
        if (!people.contains(node.text())) {
            throw node.mistake("nobody has the id `" + node.text() + "`; known are " + String.join(", ", people));
        }
        return node.text();
    }

    private static Instant instant(YamlNode node) {
        try {
            return Instant.parse(node.text());
        } catch (DateTimeException notATime) {
            throw node.mistake("expected a time such as 2022-05-02T07:56:00Z, found `" + node.text() + "`");
        }
    }

    private static LocalDate date(YamlNode node) {
        try {
            return LocalDate.parse(node.text());
        } catch (DateTimeException notADate) {
            throw node.mistake("expected a date such as 2022-05-02, found `" + node.text() + "`");
        }
    }

    private static CurrencyCode currency(YamlNode node) {
        try {
            return new CurrencyCode(node.text());
        } catch (IllegalArgumentException notACode) {
            throw node.mistake("`" + node.text() + "` is no currency code of three capital letters");
        }
    }

    private static Value.Money money(YamlNode node) {
        String[] parts = node.text().split(" ", 2);
        if (parts.length == 2 && parts[0].matches("[A-Z]{3}") && Given.parse(parts[1]) instanceof Given.Amount amount) {
            return new Value.Money(amount.micros(), new CurrencyCode(parts[0]));
        }
        throw node.mistake("expected an amount such as USD 58000000, found `" + node.text() + "`");
    }
}
