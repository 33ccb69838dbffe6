package be.vlaanderen.loopbaankrediet.launcher;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code ./dev} calls for everything that has to do with a running platform. */
@Command(
        name = "./dev",
        subcommands = {Up.class, Down.class, Status.class, Token.class, Endpoints.class, RebuildViews.class, Chaos.class
        })
final class Launcher {

    private Launcher() {}

    /** Ends with 0 when all went well, 1 when something is wrong, 2 when it was asked wrongly. */
    public static void main(String[] arguments) {
        Logging.silent();
        CommandLine line = new CommandLine(new Launcher());
        line.setExecutionExceptionHandler((exception, command, result) -> {
            if (exception instanceof Trouble) {
                System.err.println(exception.getMessage());
            } else {
                exception.printStackTrace();
            }
            return 1;
        });
        System.exit(line.execute(arguments));
    }
}
