package org.lamella.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Turns a wrong command line into one message, a hint and exit code 2. */
final class UsageFaults implements CommandLine.IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(inWords(String.valueOf(fault.getMessage())));
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(fault, err)) {
            err.println(
                    "Try '" + command.getCommandSpec().qualifiedName(" ") + " --help' for the options and an example.");
        }
        return ExitCode.USAGE;
    }

    /** The names of Java's numbers, as picocli says them, in words. */
    private static String inWords(String message) {
        return message.replaceFirst("' is not an? (?:long|int)$", "' is not accepted; accepted is a whole number")
                .replaceFirst("' is not a (?:double|float)$", "' is not accepted; accepted is a number");
    }
}
