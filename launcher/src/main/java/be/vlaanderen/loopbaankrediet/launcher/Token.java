package be.vlaanderen.loopbaankrediet.launcher;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a token of the development login, and nothing else, so that a script can use it. */
@Command(name = "token")
final class Token implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "<persona or citizen number>")
    private String who;

    @Option(names = "--as", paramLabel = "<citizen|counsellor|officer>")
    private @Nullable String role;

    @Override
    public Integer call() {
        Place place = Place.fromEnvironment();
        Endpoints.demandRunning(place);
        try (Http http = new Http(place)) {
            System.out.println(http.token(who, role));
        }
        return 0;
    }
}
