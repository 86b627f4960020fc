@groovy.transform.CompileStatic
class A { }
