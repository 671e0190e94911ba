import com.sass_lang.embedded_protocol.OutputStyle;
import de.larsgrefer.sass.embedded.SassCompilerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * Makes what a browser fetches besides pages, in {@code target/classes/static/assets}: our Sass over GOV.UK Frontend's
 * as one style sheet, the two scripts of our web libraries, and the files of {@code src/main/assets} as they are.
 * Run by the build; does nothing when the style sheet is newer than everything it is made of.
 */
class CompileStyles {

    private static final Path STYLES = Path.of("src/main/scss");
    private static final Path ASSETS = Path.of("src/main/assets");
    private static final Path LIBRARY = Path.of("target/govuk-frontend");

    public static void main(String[] arguments) throws Exception {
        var target = Path.of("target/classes/static/assets");
        var sheet = target.resolve("espalier.css");
        if (Files.exists(sheet)
                && newest(STYLES, ASSETS, Path.of("pom.xml"), Path.of("build")) <= modified(sheet)) {
            return;
        }
        Files.createDirectories(target);
        var govuk = unpackGovukFrontend(arguments[0]);
        copy(govuk.resolve("govuk-frontend.min.js"), target.resolve("govuk-frontend.min.js"));
        try (var htmx = CompileStyles.class.getClassLoader().getResourceAsStream(
                "META-INF/resources/webjars/htmx.org/" + arguments[1] + "/dist/htmx.min.js")) {
            Files.copy(htmx, target.resolve("htmx.min.js"), StandardCopyOption.REPLACE_EXISTING);
        }
        try (var files = Files.walk(ASSETS)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                copy(file, target.resolve(ASSETS.relativize(file).toString()));
            }
        }
        try (var sass = SassCompilerFactory.bundled()) {
            sass.setLoadPaths(List.of(govuk.toFile()));
            sass.setQuietDeps(true);
            List.of("import", "global-builtin").forEach(sass::addSilenceDeprecation);
            sass.setOutputStyle(OutputStyle.COMPRESSED);
            var css = sass.compileFile(STYLES.resolve("espalier.scss").toFile()).getCss();
            Files.writeString(sheet, css);
            System.out.println("espalier.css: " + css.length() / 1024 + " kB");
        }
    }

    /** Unpacks GOV.UK Frontend's Sass and script out of its jar and returns where they are now. */
    private static Path unpackGovukFrontend(String version) throws Exception {
        var folder = "META-INF/resources/webjars/govuk-frontend/" + version + "/dist/govuk";
        var url = CompileStyles.class
                .getClassLoader()
                .getResource(folder + "/index.scss")
                .toString();
        var jar = URI.create(url.substring(0, url.indexOf('!')));
        try (var files = FileSystems.newFileSystem(jar, Map.of())) {
            var root = files.getPath("/" + folder);
            try (var paths = Files.walk(root)) {
                for (var path : paths.filter(CompileStyles::isNeeded).toList()) {
                    copy(path, LIBRARY.resolve(root.relativize(path).toString()));
                }
            }
        }
        return LIBRARY;
    }

    private static boolean isNeeded(Path path) {
        return path.toString().endsWith(".scss") || path.toString().endsWith(".min.js");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private static long newest(Path... roots) throws IOException {
        var newest = 0L;
        for (var root : roots) {
            try (var files = Files.walk(root)) {
                newest = Math.max(newest, files.mapToLong(CompileStyles::modified).max().orElse(0));
            }
        }
        return newest;
    }

    private static long modified(Path path) {
        try {
            return Files.getLastModifiedTime(path).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
