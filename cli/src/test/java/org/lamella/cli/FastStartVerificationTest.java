package org.lamella.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cache for a fast start, with a stand-in for Java: made once, never in the way of a command. */
class FastStartVerificationTest {
    private static final Path SCRIPT = Path.of("").toAbsolutePath().getParent().resolve("tools/fast-start.sh");

    /** Writes the cache as Java would, after the time in seconds that the test asks for. */
    private static final String JAVA = """
            #!/usr/bin/env bash
            echo started >> "$JAVA_HOME/starts"
            sleep "${PAUSE:-0}"
            for argument in "$@"; do case "$argument" in -XX:AOTCacheOutput=*) out="${argument#*=}" ;; esac; done
            echo 'a warning that nobody should see'
            echo 'a warning that nobody should see' >&2
            [ "${BROKEN:-no}" = no ] || exit 1
            echo cache > "$out"
            """;

    @TempDir
    private Path home;

    @BeforeEach
    void makeHouse() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash here");
        write("cli/target/lamella.jar", "jar");
        write("cli/target/lib/lamella-care.jar", "care");
        write("cli/target/lib/other.jar", "other");
        write("jdk/release", "JAVA_VERSION=\"25\"");
        Files.setPosixFilePermissions(write("jdk/bin/java", JAVA), PosixFilePermissions.fromString("rwxr-xr-x"));
        try (Stream<Path> jars = Files.walk(home.resolve("cli"))) {
            for (Path each : jars.toList()) {
                Files.setLastModifiedTime(each, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
            }
        }
    }

    private Path write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Process start(String... settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                "/bin/bash",
                "-euc",
                "home=$1 jar=$1/cli/target/lamella.jar; . \"$2\"; lamella_cache records",
                "lamella",
                home.toString(),
                SCRIPT.toString());
        builder.environment().put("JAVA_HOME", home.resolve("jdk").toString());
        builder.environment().remove("LAMELLA_FAST_START");
        for (String setting : settings) {
            String[] nameAndValue = setting.split("=", 2);
            builder.environment().put(nameAndValue[0], nameAndValue[1]);
        }
        return builder.start();
    }

    private static String end(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(err).isZero();
        assertThat(err).doesNotContain("nobody should see");
        return out.strip();
    }

    private String cache(String... settings) throws IOException, InterruptedException {
        return end(start(settings));
    }

    /** What a start finds after the rehearsal that another start may have begun. */
    private String prepared(String... settings) throws IOException, InterruptedException {
        String found = cache(settings);
        if (!found.isEmpty()) {
            return found;
        }
        long giveUp = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (rehearsing() && System.nanoTime() < giveUp) {
            Thread.sleep(20);
        }
        return cache(settings);
    }

    private boolean rehearsing() {
        return Files.exists(home.resolve("cli/target/fast-start/records.lock"));
    }

    @Test
    void theFirstCommandDoesNotWait() throws IOException, InterruptedException {
        long start = System.nanoTime();
        assertThat(cache("PAUSE=3")).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(rehearsing()).isTrue();
        assertThat(prepared()).endsWith(".aot");
    }

    private int starts() throws IOException {
        Path starts = home.resolve("jdk/starts");
        return Files.exists(starts) ? Files.readAllLines(starts).size() : 0;
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("cli/target/fast-start"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theCacheIsMadeOnceForABuild() throws IOException, InterruptedException {
        String first = prepared();
        assertThat(first).endsWith(".aot");
        assertThat(Path.of(first)).hasContent("cache");
        assertThat(prepared()).isEqualTo(first);
        assertThat(starts()).isEqualTo(1);
        assertThat(left()).hasSize(1);
    }

    @Test
    void anotherBuildOrAnotherJavaGetsItsOwn() throws IOException, InterruptedException {
        String first = prepared();
        write("cli/target/lib/lamella-care.jar", "other rules");
        String second = prepared();
        write("jdk/release", "JAVA_VERSION=\"25.0.9\"");
        String third = prepared();
        assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
        assertThat(left()).hasSize(1);
        assertThat(starts()).isEqualTo(3);
    }

    @Test
    void aCacheOlderThanALibraryIsMadeAgain() throws IOException, InterruptedException {
        Path cache = Path.of(prepared());
        Files.setLastModifiedTime(cache, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        assertThat(prepared()).isEqualTo(cache.toString());
        assertThat(starts()).isEqualTo(2);
    }

    @Test
    void ofManyStartsAtOnceOneMakesItAndAllGoWithout() throws IOException, InterruptedException {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            processes.add(start("PAUSE=6"));
        }
        for (Process process : processes) {
            assertThat(end(process)).isEmpty();
        }
        assertThat(prepared()).endsWith(".aot");
        assertThat(starts()).isEqualTo(1);
        assertThat(left()).hasSize(1);
    }

    @Test
    void whatFailsIsNotTriedAgainAndDisturbsNobody() throws IOException, InterruptedException {
        assertThat(prepared("BROKEN=yes")).isEmpty();
        assertThat(prepared("BROKEN=yes")).isEmpty();
        assertThat(starts()).isEqualTo(1);
        assertThat(left()).singleElement().asString().endsWith(".failed");
    }

    @Test
    void aLockLeftBehindIsTakenOver() throws IOException, InterruptedException {
        Path lock = Files.createDirectories(home.resolve("cli/target/fast-start/records.lock"));
        assertThat(cache()).isEmpty();
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minus(Duration.ofMinutes(30))));
        assertThat(prepared()).endsWith(".aot");
    }

    @Test
    void itCanBeSwitchedOffAndNeedsAFolderToWriteTo() throws IOException, InterruptedException {
        assertThat(cache("LAMELLA_FAST_START=no")).isEmpty();
        write("cli/target/fast-start", "a file where the folder should be");
        assertThat(cache()).isEmpty();
        assertThat(starts()).isZero();
    }
}
