/** What tests of every module share: databases, a running application, the published documents. */
package org.espalier.testing;
