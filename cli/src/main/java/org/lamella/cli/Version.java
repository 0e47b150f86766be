package org.lamella.cli;

import picocli.CommandLine.IVersionProvider;

/** Version of this build, from the manifest. */
final class Version implements IVersionProvider {
    /** The version, or {@code development} when not run from a jar. */
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Lamella " + text(), "Java " + Runtime.version()};
    }
}
