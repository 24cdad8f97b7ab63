package org.portcullis.app.month;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portcullis.app.wiring.PolicyFiles;
import org.portcullis.compiler.Compilation;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.drools.DroolsEvaluator;
import org.portcullis.mapping.ProvisionCatalogue;

/**
 * The policies of the month: the pack with dates that suit the month, and two later versions of it, each in a folder beside the journal. Only dates, one
 * threshold and the recalibrations differ from the pack; its tests are left behind.
 */
final class MonthPolicies {
    private static final String PACK_FILE = "uk-algo-trading.policy";
    private static final String REVIEWED = "last on 2026-11-16";

    private static final Pattern DECLARATIONS = Pattern.compile("\n\n");
    private static final Pattern ON_AMOUNTS = Pattern.compile(
            "(?m)^(part|grant|hard limit [A-Z0-9]+-(ORDER|BASKET)-NOTIONAL|soft limit [A-Z0-9]+-NOTIONAL-SOFT)");

    private final Path pack;
    private final Path out;
    private final MonthPlan plan;
    private final ProvisionCatalogue catalogue;

    MonthPolicies(Path pack, Path out, MonthPlan plan, ProvisionCatalogue catalogue) {
        this.pack = pack;
        this.out = out;
        this.plan = plan;
        this.catalogue = catalogue;
    }

    /** The versions in the order in which they come into force. */
    List<Assessor> compile() throws IOException {
        List<Assessor> versions = new ArrayList<>();
        for (int version = 1; version <= (plan.ordersOnly() ? 1 : 3); version++) {
            Path folder = Files.createDirectories(out.resolve("policy-" + version));
            copy(folder, version);
            Path file = folder.resolve(PACK_FILE);
            Compilation compilation =
                    PolicyFiles.checkedAgainst(catalogue, checked(version)).compile(file, title(version));
            versions.add(Assessor.over(
                    DroolsEvaluator.factory(),
                    compilation
                            .pack()
                            .orElseThrow(() -> new IllegalStateException(
                                    "the policy of the month has errors: " + compilation.diagnostics()))));
        }
        return versions;
    }

    /** The day on which a version was last checked: the third was not checked again, and reviews have become due since. */
    private LocalDate checked(int version) {
        return version == 1 ? first() : day(4);
    }

    /** What people call a version. */
    String title(int version) {
        return "policy-" + version + "/" + PACK_FILE;
    }

    private void copy(Path folder, int version) throws IOException {
        try (Stream<Path> files = Files.walk(pack)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = pack.relativize(file).toString();
                boolean belongs = name.endsWith(".policy") || name.startsWith("limits");
                if (belongs && !name.startsWith("tests")) {
                    Path copy = folder.resolve(name);
                    Files.createDirectories(parent(copy));
                    String text = edited(name, Files.readString(file, StandardCharsets.UTF_8), version);
                    Files.writeString(copy, plan.ordersOnly() ? onAmounts(name, text) : text);
                }
            }
        } catch (UncheckedIOException unreadable) {
            throw new IOException(unreadable);
        }
    }

    /** Only the grants and the limits on amounts of the desks. */
    private static String onAmounts(String name, String text) {
        if (name.equals(PACK_FILE)) {
            return text.replaceAll("import \"controls/[a-z-]+\\.policy\"\\.\\s*", "");
        }
        return !name.startsWith("desks")
                ? text
                : Stream.of(DECLARATIONS.split(text))
                                .filter(each -> ON_AMOUNTS.matcher(each).find())
                                .collect(Collectors.joining("\n\n"))
                                .strip()
                        + "\n";
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    private String edited(String name, String text, int version) {
        return switch (name) {
            case PACK_FILE -> header(text, version);
            case "controls/firm.policy" ->
                text.replace(REVIEWED, "last on " + (version == 1 ? first().minusDays(86) : day(4)));
            case "controls/working-orders.policy" -> working(text, version);
            case "desks/cash-equities.policy" -> equities(text, version);
            default -> text;
        };
    }

    private String header(String text, int version) {
        String without = text.replaceAll("import \"tests/[a-z-]+\\.policy\"\\.\\s*", "");
        return replaced(
                        replaced(
                                        replaced(
                                                without,
                                                "2026.12.1",
                                                plan.month().getYear() + "."
                                                        + plan.month().getMonthValue() + "." + version),
                                        REVIEWED,
                                        "last on " + first().minusDays(30))
                                .stripTrailing(),
                        "effective   from 2026-12-01",
                        "effective   from " + first())
                + "\n";
    }

    /** Recalibrations come with the later versions, when they are needed. */
    private String working(String text, int version) {
        int index = text.indexOf("-- The index review of March");
        int holidays = text.indexOf("-- Thin markets");
        String controls = text.substring(0, index).replace(REVIEWED, "last on " + first().minusDays(75));
        String month = plan.month().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        String review = replaced(
                replaced(
                        replaced(
                                text.substring(index, holidays),
                                "2027-03-15 until 2027-03-20",
                                day(8) + " until " + day(13)),
                        "The index review of March",
                        "The index review of " + month),
                "Index review and expiry week, effective at the close of 19 March 2027",
                "Index review week, effective at the close of " + day(12));
        String thin = replaced(text.substring(holidays), "2026-12-24 until 2027-01-04", day(14) + " until " + day(17));
        return switch (version) {
            case 1 -> controls.stripTrailing() + "\n";
            case 2 -> controls + review.stripTrailing() + "\n";
            default -> controls + review + thin;
        };
    }

    private String equities(String text, int version) {
        String dated = replaced(text, "2026-12-01 until 2027-03-01", first() + " until " + first().plusMonths(3));
        return version < 3
                ? dated
                : replaced(
                        dated,
                        "warn     the trader if order.notional is more than USD 10 million",
                        "warn     the trader if order.notional is more than USD 8 million");
    }

    private static String replaced(String text, String before, String after) {
        if (!text.contains(before)) {
            throw new IllegalStateException("the pack has no `" + before + "` any more: change how months are dated");
        }
        return text.replace(before, after);
    }

    private LocalDate first() {
        return plan.month().atDay(1);
    }

    private LocalDate day(int index) {
        return plan.days().get(index);
    }
}
