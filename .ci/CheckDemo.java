import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Checks the nine runs of {@code portcullis demo --json}: {@code java -cp snakeyaml.jar CheckDemo.java FILE}. JSON is YAML, so the YAML
 * reader that the product brings reads it. Prints one line per run, exits 1 when a number is not what it must be.
 */
final class CheckDemo {
    private final List<String> wrong = new ArrayList<>();

    public static void main(String[] arguments) throws Exception {
        String json = Files.readString(Path.of(arguments[0]));
        Map<?, ?> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(json);
        CheckDemo check = new CheckDemo();
        check.runs((List<?>) document.get("runs"));
        check.wrong.forEach(line -> System.err.println("check-demo: " + line));
        System.exit(check.wrong.isEmpty() ? 0 : 1);
    }

    private void runs(List<?> runs) {
        expect("runs", 9, runs.size());
        if (!wrong.isEmpty()) {
            return;
        }
        List<Run> all = new ArrayList<>();
        for (Object run : runs) {
            all.add(new Run(all.size() + 1, (Map<?, ?>) run));
            System.out.println(all.get(all.size() - 1));
        }
        asOnTheDay(all.get(0));
        orderLimitLowered(all.get(1));
        all.subList(2, 6).forEach(this::wholeBasketBlocked);
        repairedOnTheErroneous(all.get(5));
        repairedOnTheIntended(all.get(6));
        wholeBasketBlocked(all.get(7));
        heldAndReleased(all.get(8));
    }

    private void asOnTheDay(Run run) {
        expect(run + " hard lines", 65, run.finding("hardLines"));
        expect(run + " soft lines", 646, run.finding("softLines"));
        expect(run + " orders stopped", 65, run.count("stoppedOrders"));
        expect(run + " stopped, USD billion", "248.0", run.money("stoppedUsd", 9));
        expect(run + " orders released", 284, run.count("releasedOrders"));
        expect(run + " released, USD billion", "196.0", run.money("releasedUsd", 9));
    }

    private void orderLimitLowered(Run run) {
        expect(run + " orders released", 58, run.count("releasedOrders"));
        expect(run + " released, USD billion", "8.8", run.money("releasedUsd", 9));
    }

    private void wholeBasketBlocked(Run run) {
        expect(run + " outcome", "blocked", run.text("outcome"));
        expect(run + " orders released", 0, run.count("releasedOrders"));
        expect(run + " released, USD", "0.0", run.money("releasedUsd", 0));
    }

    private void repairedOnTheErroneous(Run run) {
        int groups = run.finding("groups");
        expect(run + " has 1 to 8 groups: " + groups, true, groups >= 1 && groups <= 8);
    }

    private void repairedOnTheIntended(Run run) {
        expect(run + " outcome", "released", run.text("outcome"));
        expect(run + " hard lines", 0, run.finding("hardLines"));
        expect(run + " soft lines", 0, run.finding("softLines"));
        expect(run + " orders stopped", 0, run.count("stoppedOrders"));
        expect(run + " released, USD million", "58.0", run.money("releasedUsd", 6));
    }

    private void heldAndReleased(Run run) {
        expect(run + " outcome", "released", run.text("outcome"));
        expect(run + " orders stopped", 0, run.count("stoppedOrders"));
        expect(run + " released, USD million", "174.0", run.money("releasedUsd", 6));
    }

    private void expect(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            wrong.add(what + ": expected " + expected + ", found " + found);
        }
    }

    private record Run(int number, Map<?, ?> fields) {
        String text(String name) {
            return String.valueOf(fields.get(name));
        }

        int count(String name) {
            return Integer.parseInt(text(name));
        }

        int finding(String name) {
            Object value = ((Map<?, ?>) fields.get("findings")).get(name);
            return value instanceof List<?> list ? list.size() : Integer.parseInt(String.valueOf(value));
        }

        /** Reads money, which is a decimal string, in units of 10 to the given power, to one decimal place. */
        String money(String name, int power) {
            if (!(fields.get(name) instanceof String text)) {
                return name + " is no string";
            }
            return new BigDecimal(text).movePointLeft(power).setScale(1, RoundingMode.HALF_UP).toPlainString();
        }

        @Override
        public String toString() {
            return "run " + number + " (" + text("policy") + ", " + text("basket") + ")";
        }
    }
}
