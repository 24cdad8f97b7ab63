import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.verifier.VerifierMain;

/** Runs the verifier once for each line of standard input, whose words are apart by tabs, and prints its JSON on a line. */
public final class EachLine {

    private EachLine() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            List<String> words = new ArrayList<>(List.of(line.split("\t")));
            words.add("--json");
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            PrintStream saying = new PrintStream(said, true, StandardCharsets.UTF_8);
            VerifierMain.run(words, saying, saying);
            out.println(said.toString(StandardCharsets.UTF_8).strip());
        }
    }
}
