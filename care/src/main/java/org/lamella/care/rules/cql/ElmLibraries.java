package org.lamella.care.rules.cql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kotlinx.io.Buffer;
import org.cqframework.cql.cql2elm.CqlCompilerOptions;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.ModelManager;
import org.cqframework.cql.cql2elm.model.CompiledLibrary;
import org.cqframework.cql.elm.serializing.DefaultElmLibraryReaderProvider;
import org.hl7.elm.r1.ExpressionDef;
import org.hl7.elm.r1.FunctionDef;
import org.hl7.elm.r1.Library;
import org.hl7.elm.r1.VersionedIdentifier;
import org.jspecify.annotations.Nullable;

/** The translated libraries, as the build packed them, ready for an engine. */
final class ElmLibraries {
    private ElmLibraries() {}

    /** ELM (JSON) of a library. */
    static String text(String name) {
        try (InputStream in = ElmLibraries.class.getResourceAsStream("elm/" + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException(
                        "ELM of the CQL library '" + name
                                + "' is not on the class path: the Maven build makes it from the CQL texts (phase process-classes)");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** A manager that already holds every library, so that nothing is translated when a program runs. */
    static LibraryManager manager() {
        Map<VersionedIdentifier, CompiledLibrary> compiled = new HashMap<>();
        for (String name : RuleLibraries.names()) {
            Library library = read(name);
            compiled.put(library.getIdentifier(), compiled(library));
        }
        return new LibraryManager(new ModelManager(), CqlCompilerOptions.defaultOptions(), compiled);
    }

    private static Library read(String name) {
        byte[] json = text(name).getBytes(StandardCharsets.UTF_8);
        Buffer buffer = new Buffer();
        buffer.write(json, 0, json.length);
        return DefaultElmLibraryReaderProvider.INSTANCE
                .create("application/elm+json")
                .read(buffer);
    }

    private static CompiledLibrary compiled(Library library) {
        CompiledLibrary compiled = new CompiledLibrary();
        compiled.setLibrary(library);
        compiled.setIdentifier(library.getIdentifier());
        definitions(library.getUsings() == null ? null : library.getUsings().getDef())
                .forEach(compiled::add);
        definitions(library.getIncludes() == null ? null : library.getIncludes().getDef())
                .forEach(compiled::add);
        definitions(
                        library.getCodeSystems() == null
                                ? null
                                : library.getCodeSystems().getDef())
                .forEach(compiled::add);
        definitions(
                        library.getParameters() == null
                                ? null
                                : library.getParameters().getDef())
                .forEach(compiled::add);
        if (library.getStatements() != null) {
            List<ExpressionDef> statements = library.getStatements().getDef();
            // The engine looks expressions and functions up by bisection.
            statements.sort(Comparator.comparing(ExpressionDef::getName));
            statements.stream().filter(s -> !(s instanceof FunctionDef)).forEach(compiled::add);
        }
        return compiled;
    }

    private static <T> List<T> definitions(@Nullable List<T> definitions) {
        return definitions == null ? List.of() : definitions;
    }
}
