package org.portcullis.report.oscal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.mapping.coverage.ClauseMatrix;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;
import org.portcullis.report.Evidence;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.EvidenceRequestJson;
import org.portcullis.report.oscal.AssessmentResults.Anchors;
import org.portcullis.report.oscal.NamedTable.Line;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.PageSheet;
import org.portcullis.report.sheet.Sheet;
import org.portcullis.report.sheet.TableSheet;

/** Makes the one result of the period: what was seen, what it amounts to for each provision, and what is missing. Mutable; one thread. */
final class ResultOfPeriod {

    private static final String MET = "MET";
    private static final String NOT_APPLICABLE = "NOT APPLICABLE";
    private static final String AGREES = "AGREES";
    private static final String OBJECTIVE = "_obj";

    private final EvidenceRequest request;
    private final Anchors anchors;
    private final List<Line> clauses;
    private final List<Line> obligations;
    private final List<Line> controls;
    private final List<Line> provenance;
    private final String agreement;
    private final ProvisionIds ids = new ProvisionIds();
    private final List<JsonObject> observations = new ArrayList<>();
    private final List<JsonObject> findings = new ArrayList<>();
    private final List<JsonObject> risks = new ArrayList<>();

    private ResultOfPeriod(Evidence evidence, Anchors anchors) throws JournalFailure {
        this.request = evidence.request();
        this.anchors = anchors;
        this.clauses = NamedTable.of(evidence, "Clause matrix").lines();
        this.obligations = NamedTable.of(evidence, "Obligations").lines();
        this.controls = NamedTable.of(evidence, "Control register").lines();
        this.provenance = NamedTable.of(evidence, "Provenance").lines();
        this.agreement = agreement(evidence);
    }

    static ResultOfPeriod of(Evidence evidence, Anchors anchors) throws JournalFailure {
        ResultOfPeriod result = new ResultOfPeriod(evidence, anchors);
        result.observe();
        result.find();
        return result;
    }

    /** Gives a digest of all that the document says. */
    static String content(Evidence evidence, List<Companion> companions) throws JournalFailure {
        StringBuilder content = new StringBuilder();
        content.append(CanonicalJson.text(EvidenceRequestJson.of(evidence.request())));
        for (String sheet : List.of("Clause matrix", "Obligations", "Control register", "Provenance")) {
            for (Line line : NamedTable.of(evidence, sheet).lines()) {
                content.append('\n').append(line.texts());
            }
        }
        content.append('\n').append(agreement(evidence));
        companions.forEach(each -> content.append('\n').append(each));
        return Digest.of(content.toString().getBytes(StandardCharsets.UTF_8)).value();
    }

    JsonObject json() {
        JsonObject.Builder result = JsonObject.builder()
                .put("uuid", anchors.document().of("result").text())
                .put("title", Spelling.markup("What the journal shows from " + request.from() + " to " + request.to()))
                .put("description", Spelling.markup(ClauseMatrix.CAVEAT + ". The period's end is not included."))
                .put("start", request.from().toString())
                .put("end", request.to().toString())
                .put(
                        "props",
                        Spelling.props(
                                "evidence-and-journal",
                                agreement,
                                "profile",
                                request.profile().name()))
                .put("local-definitions", platform())
                .put("reviewed-controls", reviewed());
        put(result, "observations", observations);
        put(result, "risks", risks);
        put(result, "findings", findings);
        return result.build();
    }

    /** OSCAL has no empty lists. */
    private static void put(JsonObject.Builder into, String name, List<JsonObject> items) {
        if (!items.isEmpty()) {
            into.put(name, items);
        }
    }

    /** Gives what each provision asks for, so that findings have something to point at. */
    JsonObject objectives() {
        Map<String, JsonObject> objectives = new LinkedHashMap<>();
        for (Line clause : clauses) {
            objectives.computeIfAbsent(ids.of(clause.text("Provision")), id -> objective(id, clause));
        }
        JsonObject.Builder local = JsonObject.builder();
        put(local, "objectives-and-methods", List.copyOf(objectives.values()));
        return local.put("remarks", Spelling.markup("Provisions are paraphrased, not quoted."))
                .build();
    }

    private static JsonObject objective(String id, Line clause) {
        return JsonObject.builder()
                .put("control-id", id)
                .put("description", Spelling.markup(clause.text("Provision")))
                .put("props", Spelling.props("provision", clause.text("Provision")))
                .put(
                        "parts",
                        JsonArray.of(JsonObject.builder()
                                .put("id", id + OBJECTIVE)
                                .put("name", "assessment-objective")
                                .put("prose", Spelling.markup(clause.text("What it asks for (paraphrase)")))
                                .build()))
                .build();
    }

    private JsonObject platform() {
        return JsonObject.of(
                "assessment-assets",
                JsonObject.builder()
                        .put(
                                "assessment-platforms",
                                JsonArray.of(JsonObject.builder()
                                        .put("uuid", anchors.platform().text())
                                        .put("title", Spelling.markup(request.generator()))
                                        .build()))
                        .build());
    }

    private JsonObject reviewed() {
        List<JsonObject> included = clauses.stream()
                .map(clause -> ids.of(clause.text("Provision")))
                .distinct()
                .map(id -> JsonObject.of("control-id", id))
                .toList();
        JsonObject.Builder selection = JsonObject.builder()
                .put(
                        "description",
                        Spelling.markup("The provisions of the profile "
                                + request.profile().title() + " ("
                                + request.profile().name() + "), for "
                                + request.profile().appliesTo() + ". By "
                                + request.profile().author() + "."));
        put(selection, "include-controls", included);
        return JsonObject.builder()
                .put("control-selections", JsonArray.of(selection.build()))
                .build();
    }

    private void observe() {
        provenance.forEach(sheet -> observations.add(observation(
                "sheet " + sheet.text("Sheet"),
                "Sheet " + sheet.text("Sheet") + ": complete and accurate?",
                sheet.text("Completeness test") + ". " + sheet.text("Accuracy test") + ".",
                "TEST",
                Spelling.props(
                        "sheet",
                        sheet.text("Sheet"),
                        "completeness",
                        sheet.text("Complete"),
                        "accuracy",
                        sheet.text("Accurate"),
                        "rows",
                        sheet.text("Sheet rows, computed"),
                        "digest",
                        sheet.text("Digest")),
                List.of(evidence(sheet.text("Source and query"), "")))));
        obligations.forEach(obligation -> observations.add(observation(
                key(obligation),
                obligation.text("What must be so"),
                "Asked of each of the " + obligation.text("Scope") + ": " + obligation.text("Predicate") + ". "
                        + obligation.text("Verdict") + ": " + obligation.text("Because") + ".",
                "TEST",
                Spelling.props(
                        "obligation",
                        obligation.text("Obligation"),
                        "verdict",
                        obligation.text("Verdict"),
                        "instances",
                        obligation.text("Instances"),
                        "held",
                        obligation.text("Held"),
                        "provisions",
                        obligation.text("Provisions")),
                evidenceOf(obligation))));
        controls.forEach(control -> observations.add(observation(
                key(control),
                "Control " + control.text("Control") + " of " + control.text("Policy"),
                control.text("The control's own sentence"),
                "EXAMINE",
                Spelling.props(
                        "control",
                        control.text("Control"),
                        "policy",
                        control.text("Policy"),
                        "policy-fingerprint",
                        control.text("Policy fingerprint"),
                        "evaluated",
                        control.text("Evaluated"),
                        "fired",
                        control.text("Fired"),
                        "review",
                        control.text("Review")),
                evidenceOf(control, clauses))));
    }

    private static String key(Line line) {
        return line.texts().containsKey("Obligation")
                ? "obligation " + line.text("Obligation")
                : "control " + line.text("Entry") + " " + line.text("Control");
    }

    private List<JsonObject> evidenceOf(Line obligation) {
        List<JsonObject> evidence = new ArrayList<>();
        if (!obligation.text("Evidence").isEmpty()) {
            evidence.add(evidence("entries that show where it held", obligation.text("Evidence")));
        }
        if (!obligation.text("Exceptions").isEmpty()) {
            evidence.add(evidence("entries that show where it did not hold", obligation.text("Exceptions")));
        }
        return evidence;
    }

    private List<JsonObject> evidenceOf(Line control, List<Line> matrix) {
        List<JsonObject> evidence = new ArrayList<>();
        evidence.add(evidence("the entry with the control", control.text("Entry")));
        matrix.stream()
                .filter(clause -> isAbout(clause, control))
                .map(clause -> clause.text("Entries"))
                .filter(entries -> !entries.isEmpty())
                .distinct()
                .forEach(entries -> evidence.add(evidence("decisions in which it was evaluated", entries)));
        return evidence;
    }

    private static boolean isAbout(Line clause, Line control) {
        return clause.text("Control").equals(control.text("Control"))
                && clause.text("Policy").equals(control.text("Policy"));
    }

    private JsonObject evidence(String description, String entries) {
        JsonObject.Builder evidence = JsonObject.builder()
                .put("href", "#" + anchors.journal().text())
                .put("description", Spelling.markup(description));
        put(evidence, "props", Spelling.props("entries", entries));
        return evidence.build();
    }

    private JsonObject observation(
            String key,
            String title,
            String description,
            String method,
            List<JsonObject> props,
            List<JsonObject> evidence) {
        JsonObject.Builder observation = JsonObject.builder()
                .put("uuid", uuid("observation", key))
                .put("title", Spelling.markup(title))
                .put("description", Spelling.markup(description))
                .put("props", props)
                .put("methods", JsonArray.texts(List.of(method)))
                .put("origins", origins());
        put(observation, "relevant-evidence", evidence);
        return observation.put("collected", request.generatedAt().toString()).build();
    }

    private JsonArray origins() {
        return JsonArray.of(JsonObject.builder()
                .put(
                        "actors",
                        JsonArray.of(JsonObject.of(
                                "type",
                                "assessment-platform",
                                "actor-uuid",
                                anchors.platform().text())))
                .build());
    }

    /** Makes one finding for each provision and policy: rows of one provision stand one below the other. */
    private void find() {
        List<Line> group = new ArrayList<>();
        int groups = 0;
        for (Line clause : clauses) {
            if (!group.isEmpty() && !isSame(group.get(0), clause)) {
                find(group, groups++);
                group.clear();
            }
            group.add(clause);
        }
        if (!group.isEmpty()) {
            find(group, groups);
        }
    }

    private static boolean isSame(Line one, Line other) {
        return one.text("Policy").equals(other.text("Policy"))
                && one.text("Provision").equals(other.text("Provision"));
    }

    private void find(List<Line> rows, int number) {
        Line clause = rows.get(0);
        String key = number + " " + clause.text("Policy") + " " + clause.text("Provision");
        List<JsonObject> seen = related(rows);
        JsonObject.Builder finding = JsonObject.builder()
                .put("uuid", uuid("finding", key))
                .put("title", Spelling.markup(clause.text("Provision") + ": " + clause.text("Verdict")))
                .put("description", Spelling.markup(clause.text("Because")))
                .put(
                        "props",
                        Spelling.props(
                                "provision",
                                clause.text("Provision"),
                                "policy",
                                clause.text("Policy"),
                                "verdict",
                                clause.text("Verdict"),
                                "asked-of",
                                clause.text("Asked of"),
                                "known",
                                clause.text("Known")))
                .put("origins", origins())
                .put("target", target(clause));
        put(finding, "related-observations", seen);
        if (isGap(clause)) {
            String risk = uuid("risk", key);
            risks.add(risk(risk, clause, seen));
            finding.put("related-risks", JsonArray.of(JsonObject.of("risk-uuid", risk)));
        }
        findings.add(finding.build());
    }

    private JsonObject target(Line clause) {
        String verdict = clause.text("Verdict");
        boolean satisfied = verdict.equals(MET) && agreement.equals(AGREES);
        boolean said = !verdict.equals(NOT_APPLICABLE) && (satisfied || !verdict.equals(MET));
        String remarks = verdict + ": " + clause.text("Because")
                + (verdict.equals(MET) && !satisfied ? ", but the evidence does not agree with the journal" : "");
        JsonObject.Builder target = JsonObject.builder()
                .put("type", "objective-id")
                .put("target-id", ids.of(clause.text("Provision")) + OBJECTIVE)
                .put(
                        "status",
                        JsonObject.of(
                                "state",
                                satisfied ? "satisfied" : "not-satisfied",
                                "reason",
                                said ? (satisfied ? "pass" : "fail") : "other",
                                "remarks",
                                Spelling.markup(remarks)));
        if (verdict.equals(NOT_APPLICABLE)) {
            target.put(
                    "implementation-status",
                    JsonObject.of("state", "not-applicable", "remarks", Spelling.markup(clause.text("Because"))));
        }
        return target.build();
    }

    /** Lists the controls that cite the provision, and the obligations that answer to it. */
    private List<JsonObject> related(List<Line> rows) {
        List<String> keys = new ArrayList<>();
        for (Line clause : rows) {
            controls.stream().filter(control -> isAbout(clause, control)).forEach(control -> keys.add(key(control)));
        }
        String provision = ", " + rows.get(0).text("Provision") + ", ";
        obligations.stream()
                .filter(obligation -> (", " + obligation.text("Provisions") + ", ").contains(provision))
                .forEach(obligation -> keys.add(key(obligation)));
        return keys.stream()
                .distinct()
                .map(key -> JsonObject.of("observation-uuid", uuid("observation", key)))
                .toList();
    }

    /** Tells whether the profile asks for a control and the evidence does not show enough. */
    private static boolean isGap(Line clause) {
        return clause.text("Asked of").equals("a control")
                && !clause.text("Verdict").equals(MET)
                && !clause.text("Verdict").equals(NOT_APPLICABLE);
    }

    private static JsonObject risk(String uuid, Line clause, List<JsonObject> seen) {
        JsonObject.Builder risk = JsonObject.builder()
                .put("uuid", uuid)
                .put(
                        "title",
                        Spelling.markup(clause.text("Provision") + " is " + clause.text("Verdict") + " by "
                                + clause.text("Policy")))
                .put("description", Spelling.markup(clause.text("Because")))
                .put(
                        "statement",
                        "The profile asks for a control that answers to the provision, and the evidence of the period does not show enough of one. Whether"
                                + " something else answers to it is for people to say.")
                .put("status", "open");
        put(risk, "related-observations", seen);
        return risk.build();
    }

    private String uuid(String kind, String key) {
        return anchors.document().of(kind, key).text();
    }

    /** Gives what the cover says of the evidence as a whole. */
    private static String agreement(Evidence evidence) {
        return evidence.sheets().stream()
                .flatMap(sheet -> sheet.match(new Pages()).stream())
                .flatMap(page -> page.lines().stream())
                .map(PageSheet.Line::cells)
                .filter(cells -> cells.size() > 1 && cells.get(0).text().equals("All of these"))
                .map(cells -> cells.get(1))
                .map(Cell::text)
                .findFirst()
                .orElse("NOT STATED");
    }

    private static final class Pages implements Sheet.Cases<Optional<PageSheet>> {
        @Override
        public Optional<PageSheet> table(TableSheet sheet) {
            return Optional.empty();
        }

        @Override
        public Optional<PageSheet> page(PageSheet sheet) {
            return Optional.of(sheet);
        }
    }
}
