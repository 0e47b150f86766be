package org.lamella.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Turns a fault inside a command into one message and an exit code; a stack trace appears only when asked for. */
final class ExecutionFaults implements CommandLine.IExecutionExceptionHandler {
    /** Environment variable that asks for the stack trace of an internal fault. */
    static final String TRACE = "LAMELLA_TRACE";

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (fault instanceof InputRefused refused) {
            err.println(refused.getMessage());
            return ExitCode.UNREADABLE_INPUT;
        }
        if (fault instanceof CannotFinish cannot) {
            err.println(cannot.getMessage());
            return ExitCode.INTERNAL_FAULT;
        }
        err.println("lamella: internal fault: " + describe(fault));
        if (System.getenv(TRACE) != null) {
            fault.printStackTrace(err);
        } else {
            err.println("This is a defect of Lamella or of the machine, not of your input. Set " + TRACE
                    + "=1 and run again to see where it happened.");
        }
        return ExitCode.INTERNAL_FAULT;
    }

    private static String describe(Exception fault) {
        String message = fault.getMessage();
        return message == null ? fault.getClass().getSimpleName() : message;
    }
}
