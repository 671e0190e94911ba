package org.espalier.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Sees every SQL statement that an application under test executes, so that tests can count them. */
public final class SqlStatements implements BeanPostProcessor {
    private static final List<String> EXECUTED = new CopyOnWriteArrayList<>();

    /** Something that may fail. */
    public interface Work {
        void run() throws Exception;
    }

    /** The statements that ran on any connection while this work was done, in order. */
    public static List<String> during(Work work) throws Exception {
        EXECUTED.clear();
        work.run();
        return List.copyOf(EXECUTED);
    }

    /** The same database, watched. */
    public static DataSource watched(DataSource database) {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                return watched(super.getConnection());
            }
        };
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? watched(database) : bean;
    }

    /** A connection is seen once, also where one data source stands before another. */
    private static Connection watched(Connection connection) {
        if (Proxy.isProxyClass(connection.getClass())) {
            return connection;
        }
        return proxy(Connection.class, (self, method, arguments) -> {
            var result = call(connection, method, arguments);
            return result instanceof Statement statement
                    ? watched(statement, method.getReturnType(), arguments == null ? "" : (String) arguments[0])
                    : result;
        });
    }

    private static Object watched(Statement statement, Class<?> type, String sql) {
        return proxy(type, (self, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                EXECUTED.add(arguments == null ? sql : String.valueOf(arguments[0]));
            }
            return call(statement, method, arguments);
        });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return (T) Proxy.newProxyInstance(SqlStatements.class.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
