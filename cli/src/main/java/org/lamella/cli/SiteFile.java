package org.lamella.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lamella.care.rules.CarePathway;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.evidence.data.DataFileException;

/** Reads the site configuration that a command names. */
final class SiteFile {
    private SiteFile() {}

    /** The configuration in the file, or the defaults when none is named. */
    static SiteConfiguration read(@Nullable Path file) {
        if (file == null) {
            return SiteConfiguration.defaults();
        }
        if (!Files.isRegularFile(file)) {
            throw new InputRefused(file + ": no such file; accepted is a site configuration in YAML,"
                    + " for example examples/demo-site.yaml");
        }
        try {
            SiteConfiguration site = SiteConfiguration.load(file);
            // Whether a rule can be switched, and a figure be set, the rules know.
            CarePathway.settings(site);
            return site;
        } catch (DataFileException wrong) {
            throw new InputRefused(String.valueOf(wrong.getMessage()));
        } catch (IllegalArgumentException wrong) {
            throw new InputRefused(file + ": " + wrong.getMessage());
        } catch (MalformedInputException binary) {
            throw new InputRefused(file + ": found bytes that are not UTF-8 text; accepted is a YAML file");
        } catch (IOException unreadable) {
            throw new InputRefused(file + ": cannot be read (" + unreadable.getMessage() + ")");
        }
    }
}
