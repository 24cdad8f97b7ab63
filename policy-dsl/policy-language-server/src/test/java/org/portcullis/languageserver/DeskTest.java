package org.portcullis.languageserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.junit.jupiter.api.Test;
import org.portcullis.languageserver.document.OpenDocument;

/** The order of work, step by step and on one thread. */
class DeskTest {
    private static final String POLICY = """
            policy "Test" language 1 version 2022.5.1 owner "Risk" review every 90 days, last on 2022-05-01
            effective from 2022-05-01 time zone Europe/London calendar XLON-EQ
            currency USD converted at ECB-EOD, stale after 1 day market data stale after 2 seconds missing data blocks.
            import "saved.policy".
            grant A-TRADERS lets role "Trader" submit orders in scope SAVED-SCOPE, when released.
            """;
    private static final String PART = "file:///policies/saved.policy";

    private final Queue<Runnable> work = new ArrayDeque<>();
    private final Map<String, List<String>> codes = new TreeMap<>();
    private final Desk desk = new Desk(EditorFixture.ports(), work::add);

    @Test
    void partThatIsOpenedWhileItsPolicyIsShownHasItsOwnTurn() {
        List<String> opened = new ArrayList<>();
        desk.connect(new WatchingClient(shown -> {
            codes.put(
                    shown.getUri(),
                    shown.getDiagnostics().stream()
                            .map(found -> found.getCode().getLeft())
                            .filter(code -> code.startsWith("P03"))
                            .toList());
            if (shown.getUri().equals(EditorFixture.URI) && opened.isEmpty()) {
                opened.add(PART);
                open(PART, "part \"saved\" language 1.\nscope OTHER-SCOPE means order.id is \"x\".");
            }
        }));
        open(EditorFixture.URI, POLICY);
        while (!work.isEmpty()) {
            work.remove().run();
        }
        assertEquals(List.of("P0302"), codes.get(EditorFixture.URI));
    }

    private void open(String uri, String text) {
        desk.documents().put(new OpenDocument(uri, 1, text));
        desk.publishLater(uri);
    }

    /** An editor that only takes diagnostics. */
    private record WatchingClient(Consumer<PublishDiagnosticsParams> watching) implements LanguageClient {
        @Override
        public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
            watching.accept(diagnostics);
        }

        @Override
        public void telemetryEvent(Object object) {
            throw new AssertionError("the server measures nothing");
        }

        @Override
        public void showMessage(MessageParams message) {
            throw new AssertionError("the server shows no messages: " + message);
        }

        @Override
        public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
            throw new AssertionError("the server asks nothing: " + request);
        }

        @Override
        public void logMessage(MessageParams message) {
            throw new AssertionError("the server logs nothing: " + message);
        }
    }
}
