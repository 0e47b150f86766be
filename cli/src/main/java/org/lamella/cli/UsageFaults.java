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
        err.println(fault.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(fault, err)) {
            err.println(
                    "Try '" + command.getCommandSpec().qualifiedName(" ") + " --help' for the options and an example.");
        }
        return ExitCode.USAGE;
    }
}
