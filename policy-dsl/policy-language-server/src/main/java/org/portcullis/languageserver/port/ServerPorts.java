package org.portcullis.languageserver.port;

import java.util.function.Supplier;
import org.portcullis.compiler.CompilerSettings;
import org.portcullis.engine.evaluate.Evaluator;

/**
 * What a language server is given.
 *
 * @param settings what the compiler knows beside the text; asked anew for every compilation, since a server outlives a day
 * @param evaluators what evaluates a policy's tests
 * @param provisions what provisions say
 * @param folders the files beside documents
 */
public record ServerPorts(
        Supplier<CompilerSettings> settings,
        Evaluator.Factory evaluators,
        ProvisionText provisions,
        DocumentFolders folders) {}
